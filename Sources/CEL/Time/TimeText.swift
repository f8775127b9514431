import Text

/// Timestamps in RFC 3339, spans as `1h30m`, offsets as `+01:00`.
enum TimeText {
    /// `nil` for anything but a date and time with `Z` or an offset.
    static func timestamp(_ text: String) -> Timestamp? {
        guard let moment = MomentText(text, takesLowerCase: true) else { return nil }
        return Timestamp(seconds: Int64(moment.seconds), nanoseconds: Int64(moment.nanoseconds))
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

    /// The seconds east of UTC of `UTC`, `Z`, `+01:00` or `-02:30`; `nil` for the name of a place.
    static func offset(_ text: String) -> Int64? {
        if ["UTC", "Z", "z", ""].contains(text) { return 0 }
        var reader = DigitReader(text)
        let isWest = reader.accept("-")
        if !isWest { _ = reader.accept("+") }
        guard let offset = reader.hoursAndMinutes(mostHours: 23), reader.isAtEnd else { return nil }
        return isWest ? -offset : offset
    }

    private static func fraction(_ nanoseconds: Int64) -> String {
        guard nanoseconds != 0 else { return "" }
        var digits = Int(nanoseconds).padded(to: 9)
        while digits.hasSuffix("0") { digits.removeLast() }
        return "." + digits
    }
}
