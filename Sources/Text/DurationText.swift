/// Spans of time as Go writes them: `1h30m`, `-1.5h`, `0`.
package enum DurationText {
    /// The longer names first, as `m` also begins `ms`; micro has two characters of its own.
    private static let units: [(name: String, nanoseconds: Int64)] = [
        ("ns", 1), ("us", 1_000), ("µs", 1_000), ("μs", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000),
        ("m", 60_000_000_000), ("h", 3_600_000_000_000),
    ]

    /// `nil` for a text that is no span, or one that does not fit; https://pkg.go.dev/time#ParseDuration.
    package static func nanoseconds(_ text: String) -> Int64? {
        var reader = DigitReader(text)
        let isNegative = reader.accept("-")
        if !isNegative { _ = reader.accept("+") }
        if reader.rest == "0" { return 0 }
        var total: Int64 = 0
        repeat {
            guard let part = part(&reader) else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(part)
            if overflow { return nil }
            total = sum
        } while !reader.isAtEnd
        return isNegative ? -total : total
    }

    private static func part(_ reader: inout DigitReader) -> Int64? {
        let whole = reader.digits()
        let fraction = reader.accept(".") ? reader.digits() : ""
        guard !whole.isEmpty || !fraction.isEmpty, let count = whole.isEmpty ? 0 : Int64(whole) else { return nil }
        guard let unit = units.first(where: { reader.accept($0.name) })?.nanoseconds else { return nil }
        let (span, overflow) = count.multipliedReportingOverflow(by: unit)
        guard !overflow else { return nil }
        var part: Int64 = 0
        var scale: Int64 = 1
        for digit in fraction.utf8.prefix(15) {
            part = part * 10 + Int64(digit - 0x30)
            scale *= 10
        }
        // In one division, so that nothing is lost on the way: 15 digits of an hour fit.
        let (product, low) = part.multipliedFullWidth(by: unit)
        let (sum, tooLarge) = span.addingReportingOverflow(scale.dividingFullWidth((product, low)).quotient)
        return tooLarge ? nil : sum
    }
}
