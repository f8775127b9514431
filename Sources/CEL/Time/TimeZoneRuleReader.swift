import Text

/// Reads the parts of `CET-1CEST,M3.5.0,M10.5.0/3` one after the other.
struct TimeZoneRuleReader {
    private var reader: DigitReader

    init(_ text: String) {
        reader = DigitReader(text)
    }

    var isAtEnd: Bool { reader.isAtEnd }
    var isAtComma: Bool { reader.rest.first == "," }

    /// `CET` or `<+03>`; false when there is none.
    mutating func name() -> Bool {
        if reader.accept("<") {
            let name = reader.skip { $0 != ">" }
            return name > 0 && reader.accept(">")
        }
        return reader.skip { $0.isASCII && $0.isLetter } > 0
    }

    /// `2`, `-3:30`, `+24:00:00` in seconds.
    mutating func time(mostHours: Int64) -> Int64? {
        let isNegative = reader.accept("-")
        if !isNegative { _ = reader.accept("+") }
        guard let hours = Int64(reader.digits()), hours <= mostHours else { return nil }
        var seconds = hours * 3600
        for unit: Int64 in [60, 1] where reader.accept(":") {
            guard let number = Int64(reader.digits()), number < 60 else { return nil }
            seconds += number * unit
        }
        return isNegative ? -seconds : seconds
    }

    /// `,M3.5.0/3`
    mutating func change() -> TimeZoneRule.Change? {
        guard reader.accept(","), let day = day() else { return nil }
        guard reader.accept("/") else { return TimeZoneRule.Change(day: day, second: 7200) }
        return time(mostHours: 167).map { TimeZoneRule.Change(day: day, second: $0) }
    }

    private mutating func day() -> TimeZoneRule.Change.Day? {
        if reader.accept("M") {
            guard let month = number(1...12), reader.accept("."), let week = number(1...5), reader.accept("."),
                let day = number(0...6)
            else { return nil }
            return .weekday(month: month, week: week, day: day)
        }
        return reader.accept("J") ? number(1...365).map { .julian($0) } : number(0...365).map { .ordinal($0) }
    }

    private mutating func number(_ range: ClosedRange<Int64>) -> Int64? {
        guard let number = Int64(reader.digits()), range.contains(number) else { return nil }
        return number
    }
}
