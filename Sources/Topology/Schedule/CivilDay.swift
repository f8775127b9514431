/// A day of the Gregorian calendar.
struct CivilDay: Hashable, Sendable {
    let year: Int
    let month: Int
    let day: Int
    /// Days since 1970-01-01.
    let number: Int

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
        // Years that begin in March put the leap day last; 400 of them have 146,097 days.
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// A day from 1970 on.
    init(number: Int) {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.number = number
    }

    /// 0 is Sunday; 1970-01-01 was a Thursday.
    var weekday: Int { (number + 4) % 7 }

    var isWorkday: Bool { (1...5).contains(weekday) }

    var daysInMonth: Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether no later day of the month is a workday.
    var nextWorkdayIsInAnotherMonth: Bool {
        let days = weekday == 5 ? 3 : 1
        return day + days > daysInMonth
    }

    /// The workday of this month that is nearest to a day of it, without leaving the month.
    func workday(nearest wanted: Int) -> Int? {
        guard wanted <= daysInMonth else { return nil }
        switch CivilDay(year: year, month: month, day: wanted).weekday {
        case 6: return wanted > 1 ? wanted - 1 : wanted + 2
        case 0: return wanted < daysInMonth ? wanted + 1 : wanted - 2
        default: return wanted
        }
    }
}
