import Text

/// When a schedule runs within a week.
package enum WeeklyTimes {
    /// The minutes of a week, from Sunday at 0:00, at which a schedule runs; `nil` for one that is not the same every week: `at`,
    /// rates, days of a month, months and years.
    ///
    /// - Parameters:
    ///   - text: `cron(...)` with the six fields of AWS, or the five of a recurrence.
    ///   - isRecurrence: whether it is that of a scheduled action of EC2 Auto Scaling.
    package static func minutes(of text: String, isRecurrence: Bool) -> [Int]? {
        guard let schedule = try? isRecurrence ? Schedule(recurrence: text) : Schedule(text), case .cron(let cron) = schedule
        else { return nil }
        return cron.minutesOfWeek
    }

    /// Minutes of a week.
    package static let count = 7 * 24 * 60
}

extension CronSchedule {
    /// The minutes of every week at which it runs; `nil` where weeks differ.
    var minutesOfWeek: [Int]? {
        guard let weekdays, runsInAllMonths else { return nil }
        return weekdays.flatMap { day in
            timesOfDay.map { day * 1440 + $0 }
        }
    }
}
