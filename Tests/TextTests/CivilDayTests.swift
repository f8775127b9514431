import Testing
import Text

@Suite struct CivilDayTests {
    @Test(arguments: [("1970-01-01", 0), ("1970-03-01", 59), ("2000-02-29", 11_016), ("2026-11-21", 20_778), ("1969-12-31", -1)])
    func countsFrom1970(text: String, number: Int) throws {
        #expect(CivilDay(text)?.number == number)
        #expect(CivilDay(number: number).text == text)
    }

    @Test func everyDayOfFourCenturiesReadsBack() throws {
        for number in stride(from: -100_000, through: 100_000, by: 1) {
            let day = CivilDay(number: number)
            #expect(CivilDay(day.text) == day)
        }
    }

    @Test(arguments: [
        "", "2026-11", "2026-13-01", "2026-02-29", "1900-02-29", "2026-1-01", "26-01-01", "2026-01-01T00", "+026-01-01",
    ])
    func refusesOtherTexts(text: String) {
        #expect(CivilDay(text) == nil)
    }

    @Test func agesAreDifferences() throws {
        let old = try #require(CivilDay("2025-04-04"))
        let new = try #require(CivilDay("2026-11-21"))
        #expect(new.days(since: old) == 596)
        #expect(old < new)
    }

    @Test func numbersAndWeekdaysOfDays() {
        #expect(CivilDay(year: 1970, month: 1, day: 1).number == 0)
        #expect(CivilDay(year: 2026, month: 11, day: 21).weekday == 6)
        #expect(CivilDay(year: 1969, month: 12, day: 31).weekday == 3)
        #expect(CivilDay(year: 0, month: 1, day: 1).number == -719_528)
    }

    @Test(arguments: [(2024, 29), (2026, 28), (1900, 28), (2000, 29)])
    func leapYears(year: Int, days: Int) {
        #expect(CivilDay.days(inMonth: 2, of: year) == days)
    }

    @Test func yearsOfMoreDigitsAreHeld() {
        #expect(CivilDay(number: 4_000_000).text == "9999-12-31")
        #expect(CivilDay(number: -4_000_000).text == "0000-01-01")
    }
}
