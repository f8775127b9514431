import Evaluation
import Text

/// A moment with the offset of the clock that showed it, as RFC 3339 writes it: `2026-11-21T12:30:00+01:00`.
struct Instant {
    /// Since 1970-01-01T00:00:00Z.
    private(set) var nanoseconds: Int128
    /// Seconds east of Greenwich.
    let offset: Int

    private static let second: Int128 = 1_000_000_000

    /// `nil` for anything else, as Terraform takes no other form either.
    init?(_ text: String) {
        var reader = TextReader(text)
        guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
            let day = reader.number(2), reader.take("T"), let hour = reader.number(2), reader.take(":"),
            let minute = reader.number(2), reader.take(":"), let second = reader.number(2)
        else { return nil }
        guard (1...12).contains(month), day >= 1, day <= CivilDay.days(inMonth: month, of: year), hour < 24, minute < 60,
            second < 60
        else { return nil }
        var fraction: Int128 = 0
        if reader.take(".") {
            guard let digits = reader.fraction() else { return nil }
            fraction = digits
        }
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        self.offset = offset
        let days = CivilDay(year: year, month: month, day: day).number
        nanoseconds = Int128(days * 86_400 + hour * 3_600 + minute * 60 + second - offset) * Self.second + fraction
    }

    /// The moment some time later; `nil` beyond the years 1 to 9999.
    func adding(nanoseconds more: Int128) -> Instant? {
        var later = self
        later.nanoseconds += more
        return (1...9999).contains(later.local.date.year) ? later : nil
    }

    /// What the clock shows.
    var local: (date: CivilDay, secondOfDay: Int) {
        let quotient = nanoseconds / Self.second - (nanoseconds % Self.second < 0 ? 1 : 0)
        let seconds = Int(quotient) + offset
        let day = seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)
        return (CivilDay(number: day), seconds - day * 86_400)
    }

    /// `+01:00`, or without the separator.
    func offsetText(separator: String) -> String {
        let minutes = abs(offset) / 60
        return (offset < 0 ? "-" : "+") + (minutes / 60).padded(to: 2) + separator + (minutes % 60).padded(to: 2)
    }

    /// In whole seconds, as Go's `time.RFC3339` writes it.
    var text: String {
        let (date, second) = local
        let time = [second / 3_600, second / 60 % 60, second % 60].map { $0.padded(to: 2) }.joined(separator: ":")
        return "\(date.text)T\(time)" + (offset == 0 ? "Z" : offsetText(separator: ":"))
    }

    // MARK: - Durations

    private static let units: [String: Int128] = [
        "ns": 1, "us": 1_000, "µs": 1_000, "μs": 1_000, "ms": 1_000_000, "s": 1_000_000_000, "m": 60_000_000_000,
        "h": 3_600_000_000_000,
    ]

    /// Reads `1h30m`, `-1.5h`, `0` in nanoseconds, as Go's `time.ParseDuration` does; `nil` for anything else.
    static func duration(_ text: String) -> Int128? {
        var rest = text.unicodeScalars[...]
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        if String(rest) == "0" { return 0 }
        guard !rest.isEmpty else { return nil }
        var total: Int128 = 0
        while !rest.isEmpty {
            let number = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
            rest = rest.dropFirst(number.count)
            let name = rest.prefix { !("0"..."9").contains($0) && $0 != "." }
            rest = rest.dropFirst(name.count)
            let parts = String(number).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            guard let unit = units[String(name)], let part = amount(parts, unit) else { return nil }
            total += part
            guard total <= Int128(Int64.max) else { return nil }
        }
        return isNegative ? -total : total
    }

    private static func amount(_ parts: [Substring], _ unit: Int128) -> Int128? {
        let (whole, fraction) = (parts.first ?? "", parts.dropFirst().first ?? "")
        guard !whole.isEmpty || !fraction.isEmpty, whole.utf8.count <= 18, fraction.utf8.count <= 18 else { return nil }
        guard let count = whole.isEmpty ? 0 : Int128(whole), let part = fraction.isEmpty ? 0 : Int128(fraction) else {
            return nil
        }
        let scale = fraction.utf8.reduce(Int128(1)) { product, _ in product * 10 }
        return count * unit + part * unit / scale
    }
}

/// Reads the parts of a written moment.
private struct TextReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { index == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
        index += 1
        return true
    }

    /// So many digits as number.
    mutating func number(_ digits: Int) -> Int? {
        guard index + digits <= bytes.count, bytes[index..<index + digits].allSatisfy(\.isDigit) else { return nil }
        defer { index += digits }
        return bytes[index..<index + digits].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Digits behind the point as nanoseconds; further ones are dropped.
    mutating func fraction() -> Int128? {
        var value: Int128 = 0
        var count = 0
        while index < bytes.count, bytes[index].isDigit {
            if count < 9 { value = value * 10 + Int128(bytes[index] - UInt8(ascii: "0")) }
            count += 1
            index += 1
        }
        guard count > 0 else { return nil }
        for _ in min(count, 9)..<9 { value *= 10 }
        return value
    }

    /// `Z` or `+01:00`, in seconds.
    mutating func offset() -> Int? {
        if take("Z") { return 0 }
        let isNegative = take("-")
        guard isNegative || take("+"), let hours = number(2), take(":"), let minutes = number(2), hours <= 24, minutes < 60
        else { return nil }
        return (hours * 3_600 + minutes * 60) * (isNegative ? -1 : 1)
    }
}
