import Evaluation
import Templates
import Text

/// What cron's `W` asks of a day.
extension CivilDay {
    var isWorkday: Bool { (1...5).contains(weekday) }

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
