/// A day of the Gregorian calendar, which is taken to have been in use always.
///
/// The arithmetic is that of https://howardhinnant.github.io/date_algorithms.html.
package struct CivilDay: Hashable, Sendable {
    /// The year; 0 is the one before the year 1.
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to 31.
    package let day: Int
    /// Days since 1970-01-01.
    package let number: Int

    /// A day of a month that has it.
    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
        // Years that begin in March put the leap day last; 400 of them have 146,097 days.
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day that is `number` days behind 1970-01-01.
    package init(number: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
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
    package var weekday: Int { ((number + 4) % 7 + 7) % 7 }

    /// How many days the day's month has.
    package var daysInMonth: Int { Self.days(inMonth: month, of: year) }

    /// How many days a month has, 1 to 12.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

// MARK: - Order

extension CivilDay: Comparable {
    /// Whether `left` is the earlier day.
    package static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }

    /// How many days `earlier` lies back.
    package func days(since earlier: CivilDay) -> Int { number - earlier.number }
}

// MARK: - As text

extension CivilDay {
    /// Reads `2026-07-20`; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], let year = Self.digits(parts[0]),
            let month = Self.digits(parts[1]), let day = Self.digits(parts[2]), (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `2026-07-20`; the year is held within 0 to 9999.
    package var text: String {
        let shown = (0...9999).contains(year) ? self : CivilDay(number: min(max(number, -719_528), 2_932_896))
        return [shown.year.padded(to: 4), shown.month.padded(to: 2), shown.day.padded(to: 2)].joined(separator: "-")
    }

    private static func digits(_ text: some StringProtocol) -> Int? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
    }
}
