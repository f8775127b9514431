import Text

/// A moment as calendar and clock show it somewhere (Gregorian calendar), in the numbers of CEL.
struct CivilTime {
    static let secondsPerDay: Int64 = 86_400

    let date: CivilDay
    /// Seconds since midnight.
    let secondOfDay: Int64

    /// - Parameter seconds: since the beginning of 1970, already moved by the place's offset from UTC.
    init(seconds: Int64) {
        let dayNumber = seconds.quotient(flooredBy: Self.secondsPerDay)
        date = CivilDay(number: Int(dayNumber))
        secondOfDay = seconds - dayNumber * Self.secondsPerDay
    }

    var year: Int64 { Int64(date.year) }
    /// 1 to 12.
    var month: Int64 { Int64(date.month) }
    /// 1 to 31.
    var day: Int64 { Int64(date.day) }
    /// 0 for the first of January.
    var dayOfYear: Int64 { Int64(date.days(since: CivilDay(year: date.year, month: 1, day: 1))) }
    /// 0 for Sunday.
    var dayOfWeek: Int64 { Int64(date.weekday) }

    /// Days since the beginning of 1970 of a date.
    static func dayNumber(year: Int64, month: Int64, day: Int64) -> Int64 {
        Int64(CivilDay(year: Int(year), month: Int(month), day: Int(day)).number)
    }

    static func daysInMonth(_ month: Int64, of year: Int64) -> Int64 {
        Int64(CivilDay.days(inMonth: Int(month), of: Int(year)))
    }
}
