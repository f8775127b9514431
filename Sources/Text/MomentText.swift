/// A moment as RFC 3339 writes it, with the offset of the clock that showed it: `2026-11-21T12:30:00.5+01:00`.
package struct MomentText: Sendable {
    /// The day that the clock shows.
    package let date: CivilDay
    /// Seconds since midnight by the clock, 0 to 86,399.
    package let secondOfDay: Int
    /// Of the second, 0 to 999,999,999; further digits are dropped.
    package let nanoseconds: Int
    /// Seconds east of Greenwich.
    package let offset: Int

    /// Seconds since 1970-01-01T00:00:00Z, without the fraction.
    package var seconds: Int { date.number * 86_400 + secondOfDay - offset }

    /// `nil` for anything else. Offsets go to 24 hours, as Go's `time.Parse` takes them.
    ///
    /// - Parameter takesLowerCase: whether `t` and `z` stand for `T` and `Z`, as the RFC allows and Go does not.
    package init?(_ text: String, takesLowerCase: Bool = false) {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.accept("-"), let month = reader.number(2), reader.accept("-"),
            let day = reader.number(2), reader.accept("T") || takesLowerCase && reader.accept("t"),
            let hour = reader.number(2), reader.accept(":"), let minute = reader.number(2), reader.accept(":"),
            let second = reader.number(2), let fraction = reader.fraction(),
            let offset = Self.offset(&reader, takesLowerCase: takesLowerCase), reader.isAtEnd
        else { return nil }
        guard (1...12).contains(month), day >= 1, day <= CivilDay.days(inMonth: Int(month), of: Int(year)), hour < 24,
            minute < 60, second < 60
        else { return nil }
        date = CivilDay(year: Int(year), month: Int(month), day: Int(day))
        secondOfDay = Int(hour * 3_600 + minute * 60 + second)
        nanoseconds = Int(fraction)
        self.offset = Int(offset)
    }

    private static func offset(_ reader: inout DigitReader, takesLowerCase: Bool) -> Int64? {
        if reader.accept("Z") || takesLowerCase && reader.accept("z") { return 0 }
        let isWest = reader.accept("-")
        guard isWest || reader.accept("+"), let seconds = reader.hoursAndMinutes(mostHours: 24) else { return nil }
        return isWest ? -seconds : seconds
    }
}
