/// A finding or an undecided verdict, as a test compares it.
struct TestVerdict {
    let check: String
    let verdict: RuleExpectation.Verdict
    let location: Location
    let subject: String?
    let message: String
    let related: [Location]

    init(_ finding: Finding) {
        check = finding.check
        verdict = .finding
        location = finding.location
        subject = finding.subject
        message = finding.message
        related = finding.related.map(\.location)
    }

    init(_ undecided: UndecidedVerdict) {
        check = undecided.check
        verdict = .undecided
        location = undecided.location
        subject = undecided.subject
        message = undecided.reasons.joined(separator: "; ")
        related = []
    }

    func meets(_ expectation: RuleExpectation) -> Bool {
        guard check == expectation.check, verdict == expectation.verdict else { return false }
        if let wanted = expectation.subject, wanted != subject { return false }
        if let part = expectation.messagePart, !message.contains(part) { return false }
        let shown = related.flatMap(Self.paths)
        guard expectation.related.allSatisfy(shown.contains) else { return false }
        switch expectation.place {
        case .line(let line)?: return location.span.start.line == line
        case .path(let path)?: return Self.paths(location).contains(path)
        case nil: return true
        }
    }

    /// The ways to name a place: `Jobs.Properties.X`, `Jobs`, `/Resources/Jobs/Properties/X`.
    private static func paths(_ location: Location) -> [String] {
        let resource = location.resource ?? ""
        guard let path = location.path else { return [resource, "/Resources/\(resource)"] }
        let pointer = path.split { $0 == "." || $0 == "[" || $0 == "]" }.joined(separator: "/")
        return ["\(resource).\(path)", "/Resources/\(resource)/\(pointer)"]
    }

    var description: String {
        let place = Self.name(location)
        let member = subject.map { " for \($0)" } ?? ""
        let others = related.isEmpty ? "" : ", related: " + related.map(Self.name).joined(separator: ", ")
        return "\(verdict.rawValue) of '\(check)'\(member) at line \(location.span.start.line) (\(place)): \(message)\(others)"
    }

    private static func name(_ location: Location) -> String {
        [location.resource, location.path].compactMap { $0 }.joined(separator: ".")
    }
}
