import Evaluation
import Templates
import Text

/// Times of the calendar, from a cron expression.
struct CronSchedule: Hashable, Sendable {
    /// Which days of the month, or of the week.
    private enum Days: Hashable, Sendable {
        case any
        case monthDays(CronField)
        /// 0 is Sunday.
        case weekdays(CronField)
        /// A cron of Unix whose two day fields are both limited: either is enough.
        case either(CronField, CronField)
        case lastOfMonth(daysBefore: Int)
        case lastWorkdayOfMonth
        case workdayNearest(Int)
        case lastWeekday(Int)
        case nthWeekday(Int, Int)
    }

    private let minutes: CronField
    private let hours: CronField
    private let days: Days
    private let months: CronField
    /// `nil` for every year.
    private let years: CronField?

    private static let monthNames = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]
    private static let weekdayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]
    private static let minuteRange = CronField.Range("minute", 0...59)
    private static let hourRange = CronField.Range("hour", 0...23)
    private static let dayRange = CronField.Range("day of the month", 1...31)
    private static let monthRange = CronField.Range("month", 1...12, names: monthNames)
    private static let yearRange = CronField.Range("year", 1970...2199)

    /// Minutes, hours, day of the month, month, day of the week (1 is Sunday), year.
    init(aws text: String) throws(ScheduleError) {
        let fields = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard fields.count == 6 else {
            throw ScheduleError(message: "a cron expression of AWS has 6 fields, 'cron(\(text))' has \(fields.count)")
        }
        guard (fields[2] == "?") != (fields[4] == "?") else {
            throw ScheduleError(message: "one of day of the month and day of the week must be '?' in 'cron(\(text))'")
        }
        minutes = try CronField(fields[0], Self.minuteRange)
        hours = try CronField(fields[1], Self.hourRange)
        months = try CronField(fields[3], Self.monthRange)
        years = fields[5] == "*" ? nil : try CronField(fields[5], Self.yearRange)
        days = fields[4] == "?" ? try Self.monthDays(fields[2]) : try Self.weekdays(fields[4])
    }

    /// Minutes, hours, day of the month, month, day of the week (0 and 7 are Sunday).
    init(unix text: String) throws(ScheduleError) {
        let fields = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard fields.count == 5 else {
            throw ScheduleError(message: "a recurrence has 5 fields, '\(text)' has \(fields.count)")
        }
        minutes = try CronField(fields[0], Self.minuteRange)
        hours = try CronField(fields[1], Self.hourRange)
        months = try CronField(fields[3], Self.monthRange)
        years = nil
        let monthDays = try CronField(fields[2], Self.dayRange)
        let weekdays = try CronField(
            fields[4], CronField.Range("day of the week", 0...7, names: Self.weekdayNames)
        ).mapping { $0 % 7 }
        switch (fields[2].hasPrefix("*"), fields[4].hasPrefix("*")) {
        case (true, true): days = .any
        case (false, true): days = .monthDays(monthDays)
        case (true, false): days = .weekdays(weekdays)
        case (false, false): days = .either(monthDays, weekdays)
        }
    }

    private static func monthDays(_ text: String) throws(ScheduleError) -> Days {
        if text == "*" { return .any }
        if text == "LW" { return .lastWorkdayOfMonth }
        if text == "L" { return .lastOfMonth(daysBefore: 0) }
        if text.hasPrefix("L-"), let days = Int(text.dropFirst(2)), (0...30).contains(days) {
            return .lastOfMonth(daysBefore: days)
        }
        if text.hasSuffix("W"), let day = Int(text.dropLast()), (1...31).contains(day) { return .workdayNearest(day) }
        return .monthDays(try CronField(text, dayRange))
    }

    private static func weekdays(_ text: String) throws(ScheduleError) -> Days {
        // AWS counts from 1 for Sunday; 0 is Sunday here.
        let range = CronField.Range("day of the week", 1...7, names: weekdayNames)
        func day(_ text: some StringProtocol) throws(ScheduleError) -> Int {
            let field = try CronField(text, range)
            guard field.values.count == 1, let day = field.values.first else {
                throw ScheduleError(message: "'\(text)' is not a single day of the week")
            }
            return day - 1
        }
        if text == "*" { return .any }
        if text == "L" { return .weekdays(try CronField("6", CronField.Range("day of the week", 0...6))) }
        if text.hasSuffix("L") { return .lastWeekday(try day(text.dropLast())) }
        let parts = text.split(separator: "#", omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let count = Int(parts[1]), (1...5).contains(count) else {
                throw ScheduleError(message: "'\(text)' is not a day of the week in a month")
            }
            return .nthWeekday(try day(parts[0]), count)
        }
        return .weekdays(try CronField(text, range).mapping { $0 - 1 })
    }

    // MARK: - Weeks

    /// The days of the week that it runs on, 0 for Sunday; `nil` where other things than the day of the week decide.
    var weekdays: [Int]? {
        switch days {
        case .any: Array(0...6)
        case .weekdays(let field): field.values.sorted()
        default: nil
        }
    }

    var runsInAllMonths: Bool { years == nil && months.values.count == 12 }

    /// Minutes from midnight.
    var timesOfDay: [Int] { hours.values.flatMap { hour in minutes.values.map { hour * 60 + $0 } }.sorted() }

    // MARK: - Time between runs

    /// The days that are looked at: the calendar's pattern of leap years and weekdays repeats after 28 years.
    private static let firstDay = CivilDay(year: 2024, month: 1, day: 1).number
    private static let dayCount = 28 * 366

    /// The shortest time between two runs in seconds; `nil` when there are not two within 28 years.
    var shortestInterval: Int64? {
        let times = hours.values.flatMap { hour in minutes.values.map { Int64(hour * 3_600 + $0 * 60) } }.sorted()
        guard let first = times.first, let last = times.last else { return nil }
        var shortest = zip(times, times.dropFirst()).map { $1 - $0 }.min()
        var previous: Int?
        var ran = false
        for number in span where runs(on: CivilDay(number: number)) {
            ran = true
            if let previous {
                let gap = Int64(number - previous) * 86_400 + first - last
                shortest = min(shortest ?? gap, gap)
                // Neighbouring days come closest.
                if number == previous + 1 { break }
            }
            previous = number
        }
        return ran ? shortest : nil
    }

    private var span: ClosedRange<Int> {
        guard let years, let first = years.values.min(), let last = years.values.max() else {
            return Self.firstDay...(Self.firstDay + Self.dayCount)
        }
        let start = CivilDay(year: first, month: 1, day: 1).number
        return start...min(CivilDay(year: last, month: 12, day: 31).number, start + Self.dayCount)
    }

    private func runs(on day: CivilDay) -> Bool {
        guard months.contains(day.month), years?.contains(day.year) ?? true else { return false }
        switch days {
        case .any: return true
        case .monthDays(let field): return field.contains(day.day)
        case .weekdays(let field): return field.contains(day.weekday)
        case .either(let monthDays, let weekdays): return monthDays.contains(day.day) || weekdays.contains(day.weekday)
        case .lastOfMonth(let before): return day.day == day.daysInMonth - before
        case .lastWorkdayOfMonth: return day.isWorkday && day.nextWorkdayIsInAnotherMonth
        case .workdayNearest(let wanted): return day.day == day.workday(nearest: wanted)
        case .lastWeekday(let weekday): return day.weekday == weekday && day.day + 7 > day.daysInMonth
        case .nthWeekday(let weekday, let count): return day.weekday == weekday && (day.day - 1) / 7 + 1 == count
        }
    }
}
