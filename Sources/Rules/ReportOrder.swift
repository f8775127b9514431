/// The one order of every report: file, line, column, rule, then whatever else tells two verdicts apart.
package enum ReportOrder {
    /// Whether `left` stands before `right`.
    package static func precedes(_ left: Finding, _ right: Finding) -> Bool {
        if let isBefore = precedes(left.location, right.location) { return isBefore }
        // Hardly any two share a place, so that the others are looked at one by one.
        if left.rule != right.rule { return left.rule < right.rule }
        if left.message != right.message { return left.message < right.message }
        if left.check != right.check { return left.check < right.check }
        return (left.location.resource ?? "", left.subject ?? "", left.fingerprint)
            < (right.location.resource ?? "", right.subject ?? "", right.fingerprint)
    }

    /// Whether `left` stands before `right`.
    package static func precedes(_ left: UndecidedVerdict, _ right: UndecidedVerdict) -> Bool {
        if let isBefore = precedes(left.location, right.location) { return isBefore }
        if (left.rule, left.check, left.resource) != (right.rule, right.check, right.resource) {
            return (left.rule, left.check, left.resource) < (right.rule, right.check, right.resource)
        }
        if left.reasons != right.reasons { return left.reasons.lexicographicallyPrecedes(right.reasons) }
        return (left.subject ?? "") < (right.subject ?? "")
    }

    /// By file (in the order of its bytes), line and column; `nil` where both begin at the same place.
    private static func precedes(_ left: Location, _ right: Location) -> Bool? {
        if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
        let (first, second) = (left.span.start, right.span.start)
        return first == second ? nil : first < second
    }
}
