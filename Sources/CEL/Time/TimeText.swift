import Text

/// Timestamps in RFC 3339, spans as `1h30m`, offsets as `+01:00`.
enum TimeText {
    /// `nil` for anything but a date and time with `Z` or an offset.
    static func timestamp(_ text: String) -> Timestamp? {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.accept("-"), let month = reader.number(2), reader.accept("-"),
            let day = reader.number(2), reader.accept("T") || reader.accept("t"),
            let hour = reader.number(2), reader.accept(":"), let minute = reader.number(2), reader.accept(":"),
            let second = reader.number(2), let fraction = reader.fraction(),
            let offset = reader.offset(), reader.isAtEnd,
            (1...12).contains(month), day >= 1, day <= CivilTime.daysInMonth(month, of: year),
            hour < 24, minute < 60, second < 60
        else { return nil }
        let days = CivilTime.dayNumber(year: year, month: month, day: day)
        let seconds = days * CivilTime.secondsPerDay + hour * 3600 + minute * 60 + second - offset
        return Timestamp(seconds: seconds, nanoseconds: fraction)
    }

    static func text(of timestamp: Timestamp) -> String {
        let civil = CivilTime(seconds: timestamp.seconds)
        let clock = [civil.secondOfDay / 3600, civil.secondOfDay / 60 % 60, civil.secondOfDay % 60]
            .map { Int($0).padded(to: 2) }.joined(separator: ":")
        return civil.date.text + "T" + clock + fraction(timestamp.nanoseconds) + "Z"
    }

    /// A span in seconds: `90.5s`.
    static func seconds(_ nanoseconds: Int64) -> String {
        let (whole, rest) = nanoseconds.magnitude
            .quotientAndRemainder(dividingBy: Timestamp.nanosecondsPerSecond.magnitude)
        return (nanoseconds < 0 ? "-" : "") + String(whole) + fraction(Int64(rest)) + "s"
    }

    private static let units: [(name: String, nanoseconds: Int64)] = [
        ("ns", 1), ("us", 1000), ("µs", 1000), ("ms", 1_000_000), ("s", 1_000_000_000),
        ("m", 60_000_000_000), ("h", 3_600_000_000_000),
    ]

    /// The nanoseconds of a span such as `-1h30m` or `1.5s`; `nil` when it is none or does not fit.
    static func duration(_ text: String) -> Int64? {
        var reader = DigitReader(text)
        let isNegative = reader.accept("-")
        if !isNegative { _ = reader.accept("+") }
        if reader.rest == "0" { return 0 }
        var total: Int64 = 0
        repeat {
            guard let span = component(&reader) else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(span)
            if overflow { return nil }
            total = sum
        } while !reader.isAtEnd
        return isNegative ? -total : total
    }

    private static func component(_ reader: inout DigitReader) -> Int64? {
        let whole = reader.digits()
        let fraction = reader.accept(".") ? reader.digits() : ""
        guard !whole.isEmpty || !fraction.isEmpty, let count = whole.isEmpty ? 0 : Int64(whole) else { return nil }
        // The longer names first, as `m` also begins `ms`.
        let found = units.sorted { $0.name.utf8.count > $1.name.utf8.count }.first { reader.accept($0.name) }
        guard let unit = found?.nanoseconds else { return nil }
        let (span, overflow) = count.multipliedReportingOverflow(by: unit)
        guard !overflow else { return nil }
        var part: Int64 = 0
        var scale = unit
        for digit in fraction.utf8.prefix(18) {
            scale /= 10
            part += Int64(digit - 0x30) * scale
        }
        let (sum, tooLarge) = span.addingReportingOverflow(part)
        return tooLarge ? nil : sum
    }

    /// The seconds east of UTC of `UTC`, `Z`, `+01:00` or `-02:30`; `nil` for the name of a place.
    static func offset(_ text: String) -> Int64? {
        if text == "UTC" || text.isEmpty { return 0 }
        var reader = DigitReader(text)
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        return offset
    }

    private static func fraction(_ nanoseconds: Int64) -> String {
        guard nanoseconds != 0 else { return "" }
        var digits = Int(nanoseconds).padded(to: 9)
        while digits.hasSuffix("0") { digits.removeLast() }
        return "." + digits
    }
}
