/// What a place's clocks do year after year: `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// Source: POSIX.1-2017, "Environment Variables", TZ; RFC 8536, section 3.3.1 (hours of a change from -167 to 167).
struct TimeZoneRule {
    /// A day of each year and the time of the change on it.
    struct Change {
        enum Day {
            /// 1 to 365; 29 February is not counted.
            case julian(Int64)
            /// 0 to 365, with 29 February.
            case ordinal(Int64)
            /// The given weekday (0 is Sunday) of the week 1 to 5 of a month; 5 is the last.
            case weekday(month: Int64, week: Int64, day: Int64)
        }

        let day: Day
        /// Seconds after midnight by the clocks before the change.
        let second: Int64
    }

    struct Summer {
        let offset: Int64
        let start: Change
        let end: Change
    }

    /// Seconds east of UTC.
    private let offset: Int64
    private let summer: Summer?

    init?(_ text: String) {
        var reader = TimeZoneRuleReader(text)
        guard reader.name(), let west = reader.time(mostHours: 24) else { return nil }
        offset = -west
        if reader.isAtEnd {
            summer = nil
            return
        }
        guard reader.name() else { return nil }
        var summerOffset = offset + 3600
        if !reader.isAtComma {
            guard let west = reader.time(mostHours: 24) else { return nil }
            summerOffset = -west
        }
        guard let start = reader.change(), let end = reader.change(), reader.isAtEnd else { return nil }
        summer = Summer(offset: summerOffset, start: start, end: end)
    }

    /// Seconds east of UTC at a moment, in seconds since the beginning of 1970.
    func offset(at seconds: Int64) -> Int64 {
        guard let summer else { return offset }
        let year = CivilTime(seconds: seconds + offset).year
        let start = summer.start.seconds(in: year) - offset
        let end = summer.end.seconds(in: year) - summer.offset
        let isSummer = start < end ? start <= seconds && seconds < end : start <= seconds || seconds < end
        return isSummer ? summer.offset : offset
    }
}

extension TimeZoneRule.Change {
    /// By the clocks before the change, as seconds since the beginning of 1970.
    fileprivate func seconds(in year: Int64) -> Int64 {
        let dayNumber: Int64
        switch day {
        case .julian(let number):
            let isAfterLeapDay = number >= 60 && CivilTime.daysInMonth(2, of: year) == 29
            dayNumber = CivilTime.dayNumber(year: year, month: 1, day: 1) + number - (isAfterLeapDay ? 0 : 1)
        case .ordinal(let number):
            dayNumber = CivilTime.dayNumber(year: year, month: 1, day: 1) + number
        case .weekday(let month, let week, let day):
            let first = CivilTime.dayNumber(year: year, month: month, day: 1)
            let weekday = CivilTime(seconds: first * CivilTime.secondsPerDay).dayOfWeek
            let wanted = 1 + (day - weekday + 7) % 7 + (week - 1) * 7
            dayNumber = first + (wanted > CivilTime.daysInMonth(month, of: year) ? wanted - 7 : wanted) - 1
        }
        return dayNumber * CivilTime.secondsPerDay + second
    }
}
