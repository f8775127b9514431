import InstanceCatalog
import Testing

@Suite struct CalendarDayTests {
    @Test(arguments: [("1970-01-01", 0), ("1970-03-01", 59), ("2000-02-29", 11_016), ("2026-11-21", 20_778), ("1969-12-31", -1)])
    func countsFrom1970(text: String, number: Int) throws {
        #expect(CalendarDay(text)?.number == number)
        #expect(CalendarDay(number: number).text == text)
    }

    @Test func everyDayOfFourCenturiesReadsBack() throws {
        for number in stride(from: -100_000, through: 100_000, by: 1) {
            let day = CalendarDay(number: number)
            #expect(CalendarDay(day.text) == day)
        }
    }

    @Test(arguments: [
        "", "2026-11", "2026-13-01", "2026-02-29", "1900-02-29", "2026-1-01", "26-01-01", "2026-01-01T00", "+026-01-01",
    ])
    func refusesOtherTexts(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func agesAreDifferences() throws {
        let old = try #require(CalendarDay("2025-04-04"))
        let new = try #require(CalendarDay("2026-11-21"))
        #expect(new.days(since: old) == 596)
        #expect(old < new)
    }
}
