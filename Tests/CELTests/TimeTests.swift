import CEL
import Testing

@Suite struct TimeTests {
    @Test(arguments: [
        ("timestamp('2024-02-29T12:30:00.25+01:00')", "2024-02-29T11:30:00.25Z"),
        ("timestamp('1969-12-31T23:59:59.5Z') + duration('1s')", "1970-01-01T00:00:00.5Z"),
        ("timestamp('2024-03-01T00:00:00Z') - timestamp('2024-02-28T00:00:00Z')", "172800s"),
        ("timestamp('2024-01-01T00:00:00Z') - duration('1ns')", "2023-12-31T23:59:59.999999999Z"),
        ("duration('-1h30m') + duration('500ms')", "-5399.5s"), ("duration('1.5h').getMinutes()", "90"),
        ("timestamp('2024-12-31T23:00:00Z').getFullYear('+02:00')", "2025"),
        ("timestamp('2024-12-31T00:00:00Z').getDayOfYear()", "365"), ("timestamp('1969-12-28T00:00:00Z').getDayOfWeek()", "0"),
        ("timestamp(0)", "1970-01-01T00:00:00Z"), ("timestamp('0001-01-01T00:00:00Z')", "0001-01-01T00:00:00Z"),
    ])
    func computes(_ source: String, _ expected: String) throws {
        #expect(try text(source) == expected)
    }

    @Test(arguments: [
        "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-01-01", "2024-01-01T24:00:00Z", "2024-01-01T00:00:00",
        "2024-01-01T00:00:00.Z", "10000-01-01T00:00:00Z", "",
    ])
    func otherTextIsNoTimestamp(_ source: String) {
        #expect(failure("timestamp('\(source)')")?.kind == .badConversion)
    }

    @Test(arguments: ["", "1", "s", "1x", "1h-1m", "300000h0.s9999999h", "1s\u{301}"])
    func otherTextIsNoDuration(_ source: String) {
        #expect(failure("duration('\(source)')")?.kind == .badConversion)
    }
}
