/// A moment as calendar and clock show it somewhere (Gregorian calendar).
struct CivilTime {
    static let secondsPerDay: Int64 = 86_400

    let year: Int64
    /// 1 to 12.
    let month: Int64
    /// 1 to 31.
    let day: Int64
    /// Seconds since midnight.
    let secondOfDay: Int64
    /// Days since the beginning of 1970.
    let dayNumber: Int64

    /// - Parameter seconds: since the beginning of 1970, already moved by the place's offset from UTC.
    init(seconds: Int64) {
        dayNumber = seconds.quotient(flooredBy: Self.secondsPerDay)
        secondOfDay = seconds - dayNumber * Self.secondsPerDay
        // Counted from 1 March of year 0, so that the leap day is the last of its year.
        let days = dayNumber + 719_468
        let era = days.quotient(flooredBy: 146_097)
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since the beginning of 1970 of a date.
    static func dayNumber(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.quotient(flooredBy: 400)
        let yearOfEra = shifted - era * 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func daysInMonth(_ month: Int64, of year: Int64) -> Int64 {
        let next = month == 12 ? (year + 1, Int64(1)) : (year, month + 1)
        return dayNumber(year: next.0, month: next.1, day: 1) - dayNumber(year: year, month: month, day: 1)
    }

    /// 0 for the first of January.
    var dayOfYear: Int64 { dayNumber - Self.dayNumber(year: year, month: 1, day: 1) }

    /// 0 for Sunday.
    var dayOfWeek: Int64 {
        let shifted = dayNumber + 4
        return shifted - shifted.quotient(flooredBy: 7) * 7
    }
}
