import Testing
import Text

@Suite("Moments and spans as texts")
struct MomentTextTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0, 0), ("2026-11-21T12:30:00+01:00", 1_795_260_600, 0),
        ("1969-12-31T23:59:59.25Z", -1, 250_000_000), ("2024-02-29T00:00:00.1234567899-24:00", 1_709_251_200, 123_456_789),
    ])
    func moments(text: String, seconds: Int, nanoseconds: Int) throws {
        let moment = try #require(MomentText(text))
        #expect(moment.seconds == seconds)
        #expect(moment.nanoseconds == nanoseconds)
    }

    @Test(arguments: [
        "", "2026-11-21", "2026-11-21T12:30:00", "2026-11-21 12:30:00Z", "2026-02-29T00:00:00Z", "2026-11-21T24:00:00Z",
        "2026-11-21T12:30:60Z", "2026-11-21T12:30:00.Z", "2026-11-21T12:30:0001:00", "2026-11-21T12:30:00+25:00",
        "2026-11-21t12:30:00z",
    ])
    func others(text: String) {
        #expect(MomentText(text) == nil)
    }

    @Test func lowerCaseWhereItIsAsked() {
        #expect(MomentText("2026-11-21t12:30:00z", takesLowerCase: true)?.secondOfDay == 45_000)
    }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("1h30m", 5_400_000_000_000), ("-1.5h", -5_400_000_000_000), ("1.000000001s", 1_000_000_001),
        ("3us", 3_000), ("3µs", 3_000), ("3μs", 3_000), (".5ms", 500_000), ("1.h", 3_600_000_000_000),
        ("0.3333333333333333333h", 1_199_999_999_999),
    ])
    func spans(text: String, nanoseconds: Int64) {
        #expect(DurationText.nanoseconds(text) == nanoseconds)
    }

    @Test(arguments: ["", "-", "1", "h", ".s", "1.5.2h", "1h ", "9223372036854775808ns", "3000000h", "1d"])
    func noSpans(text: String) {
        #expect(DurationText.nanoseconds(text) == nil)
    }
}
