extension Schedule {
    /// Why AWS refuses an expression, in words that go on after "because"; `nil` where it takes it.
    ///
    /// Rules of EventBridge want the unit in the number that the value asks for and know no `at`; EventBridge Scheduler is
    /// less strict. Source: EventBridge user guide, "Setting a schedule pattern for scheduled rules" ("for a value of 1 the
    /// unit must be singular"; rates and cron only); EventBridge Scheduler user guide, "Schedule types".
    ///
    /// - Parameter isRule: it stands in a rule of EventBridge rather than in a schedule of EventBridge Scheduler.
    static func refusal(of text: String, isRule: Bool) -> String? {
        do throws(ScheduleError) {
            let schedule = try Schedule(text)
            if case .once = schedule {
                return isRule ? "an event rule knows rate(...) and cron(...) only" : problem(ofTime: text)
            }
        } catch {
            return error.message
        }
        return isRule ? problem(ofUnit: text) : nil
    }

    private static func problem(ofUnit text: String) -> String? {
        guard text.hasPrefix("rate("), let close = text.lastIndex(of: ")") else { return nil }
        let words = text[..<close].dropFirst("rate(".count).split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let count = Int64(words[0]), let unit = words.last else { return nil }
        let isPlural = unit.hasSuffix("s")
        guard isPlural == (count == 1) else { return nil }
        let right = isPlural ? String(unit.dropLast()) : "\(unit)s"
        return "the unit must agree with the number: rate(\(count) \(right))"
    }

    /// `at(yyyy-mm-ddThh:mm:ss)`.
    private static func problem(ofTime text: String) -> String? {
        let inner = text.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
        let shape = inner.map { $0.isASCII && $0.isNumber ? "0" : String($0) }.joined()
        return shape == "0000-00-00T00:00:00" ? nil : "at(...) takes yyyy-mm-ddThh:mm:ss"
    }
}
