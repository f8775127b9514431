/// One field of a cron expression as the values that it allows.
struct CronField: Hashable, Sendable {
    /// What a field may hold.
    struct Range {
        let name: String
        let values: ClosedRange<Int>
        /// Names in place of numbers, the first for the lowest value.
        let names: [String]

        init(_ name: String, _ values: ClosedRange<Int>, names: [String] = []) {
            self.name = name
            self.values = values
            self.names = names
        }
    }

    private(set) var values: Set<Int> = []

    func contains(_ value: Int) -> Bool { values.contains(value) }

    /// Reads lists of values, ranges and steps: `1-5,10,20/5`, `*`.
    init(_ text: some StringProtocol, _ range: Range) throws(ScheduleError) {
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            values.formUnion(try Self.item(String(item), range))
        }
    }

    /// The field with other numbers for its values.
    func mapping(_ transform: (Int) -> Int) -> CronField {
        var copy = self
        copy.values = Set(values.map(transform))
        return copy
    }

    private static func item(_ text: String, _ range: Range) throws(ScheduleError) -> Set<Int> {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2 else { throw error(text, range) }
        var step = 1
        if parts.count == 2 {
            guard let number = Int(parts[1]), number > 0 else { throw error(text, range) }
            step = number
        }
        let base = try bounds(parts[0], hasStep: parts.count == 2, range, whole: text)
        // A range that ends before it begins goes over the end: FRI-MON, 22-2.
        guard base.lower > base.upper else { return Set(stride(from: base.lower, through: base.upper, by: step)) }
        let unrolled = stride(from: base.lower, through: base.upper + range.values.count, by: step)
        return Set(unrolled.map { $0 > range.values.upperBound ? $0 - range.values.count : $0 })
    }

    private static func bounds(
        _ text: String, hasStep: Bool, _ range: Range, whole: String
    ) throws(ScheduleError) -> (lower: Int, upper: Int) {
        if text == "*" { return (range.values.lowerBound, range.values.upperBound) }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { value(String($0), range) }
        switch (ends.count, ends.first ?? nil, ends.last ?? nil) {
        case (1, let value?, _): return (value, hasStep ? range.values.upperBound : value)
        case (2, let lower?, let upper?): return (lower, upper)
        default: throw error(whole, range)
        }
    }

    private static func value(_ text: String, _ range: Range) -> Int? {
        if let index = range.names.firstIndex(of: text.uppercased()) { return range.values.lowerBound + index }
        guard let number = Int(text), range.values.contains(number) else { return nil }
        return number
    }

    private static func error(_ text: String, _ range: Range) -> ScheduleError {
        ScheduleError(
            message: "'\(text)' is not a \(range.name) (\(range.values.lowerBound) to \(range.values.upperBound))")
    }
}
