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
        guard let moment = MomentText(text) else { return nil }
        offset = moment.offset
        nanoseconds = Int128(moment.seconds) * Self.second + Int128(moment.nanoseconds)
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
}
