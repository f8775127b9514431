/// Spans of time as people say them: "90 s", "5 min", "26.5 h", "4 days".
package enum SpanText {
    /// In the largest unit of which there are two or more, with one decimal where it is not whole; seconds with two.
    ///
    /// - Parameter seconds: any number; one that is not finite, or beyond what a clock tells, is given as it is.
    package static func text(seconds: Double) -> String {
        guard seconds.isFinite, abs(seconds) < 1e15 else { return "\(seconds) s" }
        let units: [(seconds: Double, name: String)] = [(86_400, "days"), (3_600, "h"), (60, "min")]
        for unit in units where abs(seconds) >= 2 * unit.seconds {
            // 200 s say more than 3.3 min.
            guard abs(seconds) >= 600 || seconds.truncatingRemainder(dividingBy: unit.seconds) == 0 else { continue }
            return "\(rounded(seconds / unit.seconds, to: 10)) \(unit.name)"
        }
        return "\(rounded(seconds, to: 100)) s"
    }

    private static func rounded(_ value: Double, to parts: Double) -> String {
        let rounded = (value * parts).rounded() / parts
        return Int64(exactly: rounded).map { "\($0)" } ?? "\(rounded)"
    }
}
