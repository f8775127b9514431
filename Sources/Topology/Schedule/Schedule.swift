import Text

/// When something runs by the clock, as EventBridge, EventBridge Scheduler and the two kinds of Auto Scaling write it.
enum Schedule: Hashable, Sendable {
    /// Again and again, this many seconds apart.
    case rate(seconds: Int64)
    /// At times of the calendar.
    case cron(CronSchedule)
    /// Once.
    case once

    /// Reads `rate(5 minutes)`, `cron(0 8 ? * MON-FRI *)` and `at(2027-01-31T08:00:00)`.
    ///
    /// Source: EventBridge user guide, "Setting a schedule pattern for scheduled rules"; EventBridge Scheduler user guide,
    /// "Schedule types"; Application Auto Scaling PutScheduledAction (botocore application-autoscaling 2016-02-06).
    init(_ text: String) throws(ScheduleError) {
        let text = text.trimmed
        guard let open = text.firstIndex(of: "("), text.last == ")" else {
            throw ScheduleError(message: "'\(text)' is none of rate(...), cron(...) and at(...)")
        }
        let inner = text[text.index(after: open)..<text.index(before: text.endIndex)]
        switch text[..<open] {
        case "rate": self = .rate(seconds: try Self.rate(inner))
        case "cron": self = .cron(try CronSchedule(aws: String(inner)))
        case "at":
            guard inner.contains("T"), inner.contains(":") else {
                throw ScheduleError(message: "'\(text)' is not a date with a time")
            }
            self = .once
        default: throw ScheduleError(message: "'\(text)' is none of rate(...), cron(...) and at(...)")
        }
    }

    /// Reads the five fields of a scheduled action of EC2 Auto Scaling.
    ///
    /// Source: `Recurrence` of PutScheduledUpdateGroupAction (botocore autoscaling 2011-01-01).
    init(recurrence: String) throws(ScheduleError) {
        self = .cron(try CronSchedule(unix: recurrence))
    }

    /// The shortest time between two runs in seconds; `nil` when there is at most one run. Changes of the clock in a time
    /// zone are not counted.
    var shortestInterval: Int64? {
        switch self {
        case .rate(let seconds): seconds
        case .cron(let cron): cron.shortestInterval
        case .once: nil
        }
    }

    private static func rate(_ text: Substring) throws(ScheduleError) -> Int64 {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let count = Int64(words[0]), count > 0, count <= 100_000_000 else {
            throw ScheduleError(message: "'rate(\(text))' is not a number and unit, such as rate(5 minutes)")
        }
        switch words[1] {
        case "minute", "minutes": return count * 60
        case "hour", "hours": return count * 3_600
        case "day", "days": return count * 86_400
        default: throw ScheduleError(message: "'\(words[1])' is none of minutes, hours and days")
        }
    }
}
