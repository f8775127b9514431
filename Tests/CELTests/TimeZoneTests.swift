import Testing

@testable import CEL

@Suite struct TimeZoneTests {
    /// A compiled zone: an hour of summer time from one moment to another, then what the footer says.
    private static func file(
        changes: [(Int64, UInt8)] = [(1_000_000, 1), (2_000_000, 0)], offsets: [Int32] = [3600, 7200],
        footer: String = "CET-1CEST,M3.5.0,M10.5.0/3", version: Character = "2"
    ) -> [UInt8] {
        func bytes(_ number: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }
        func block(_ isWide: Bool) -> [UInt8] {
            var block = Array("TZif\(version)".utf8) + [UInt8](repeating: 0, count: 15)
            for count in [0, 0, 0, changes.count, offsets.count, 4] { block += bytes(Int32(count)) }
            for change in changes { block += isWide ? bytes(change.0) : bytes(Int32(change.0)) }
            block += changes.map(\.1)
            for offset in offsets { block += bytes(offset) + [0, 0] }
            return block + Array("CET\0".utf8)
        }
        return version == "\0" ? block(false) : block(false) + block(true) + Array("\n\(footer)\n".utf8)
    }

    @Test func eachStretchHasItsOffset() throws {
        let zone = try #require(TimeZoneData(compiled: Self.file()))
        #expect([-5, 999_999, 1_000_000, 1_999_999].map { zone.offset(at: $0) } == [3600, 3600, 7200, 7200])
        // 2 January 1970 and 1 July 2100, by the footer.
        #expect(zone.offset(at: 2_000_000) == 3600)
        #expect(zone.offset(at: 4_118_083_200) == 7200)
    }

    @Test func theFirstVersionHasNoFooter() throws {
        let zone = try #require(TimeZoneData(compiled: Self.file(version: "\0")))
        #expect([0, 1_500_000, 4_118_083_200].map { zone.offset(at: $0) } == [3600, 7200, 3600])
    }

    /// The moments at which the clocks change, from `date -d @N` of the GNU tools.
    @Test(arguments: [
        ("CET-1CEST,M3.5.0,M10.5.0/3", 1_774_746_000 as Int64, 3600 as Int64, 7200 as Int64),
        ("CET-1CEST,M3.5.0,M10.5.0/3", 1_792_890_000, 7200, 3600),
        ("CST6CDT,M3.2.0,M11.1.0", 1_772_956_800, -21600, -18000),
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", 1_775_318_400, 39600, 36000),
        ("<+03>-3<+04>,J60/0,J61/0", 1_772_312_400, 10800, 14400),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_774_746_000, -7200, -3600),
        ("XXX3EDT4,0/0,J365/23", 1_774_746_000, -14400, -14400),
    ])
    func rulesSayWhenClocksChange(_ text: String, _ moment: Int64, _ before: Int64, _ after: Int64) throws {
        let rule = try #require(TimeZoneRule(text))
        #expect([moment - 1, moment].map { rule.offset(at: $0) } == [before, after])
    }

    @Test(arguments: [
        "", "CET", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
        "CET-1CEST,J0,J365", "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0x", "<CET-1", "<>-1",
        "CET-99999999999999999999",
    ])
    func otherTextIsNoRule(_ text: String) {
        #expect(TimeZoneRule(text) == nil)
    }

    @Test func brokenFilesAreNoZones() {
        let file = Self.file()
        #expect(TimeZoneData(compiled: Self.file(changes: [(2, 0), (1, 0)])) == nil)
        #expect(TimeZoneData(compiled: Self.file(changes: [(1, 9)])) == nil)
        #expect(TimeZoneData(compiled: Self.file(changes: [], offsets: [])) == nil)
        #expect(TimeZoneData(compiled: Self.file(offsets: [.max, 0])) == nil)
        #expect(TimeZoneData(compiled: Array("[Desktop Entry]".utf8)) == nil)
        for length in 0..<file.count - 30 { #expect(TimeZoneData(compiled: Array(file[..<length])) == nil) }
        // Counts beyond the file, and every other byte turned over: no zone or some zone, never a trap.
        for index in file.indices {
            for byte in [0, 0x7f, 0xff, ~file[index]] as [UInt8] {
                var broken = file
                broken[index] = byte
                for moment in [Int64.min / 4, 0, 1_500_000, 4_118_083_200] {
                    _ = TimeZoneData(compiled: broken)?.offset(at: moment)
                }
            }
        }
    }

    @Test(arguments: ["", "/etc/passwd", "../x", "a/../b", "a//b", "a/", "Europe/Berlin\0", "é", "a b"])
    func otherTextIsNoName(_ text: String) {
        #expect(!TimeZoneSource.isName(text))
        #expect(!TimeZoneSource.isName(String(repeating: "a", count: 65)))
    }

    @Test func placesAreThoseOfTheCaller() throws {
        let file = Self.file()
        let environment = Environment(
            variables: ["zone": .string],
            timeZones: TimeZoneSource { $0 == "Test/Town" ? TimeZoneData(compiled: file) : nil })
        let program = try environment.compile("timestamp('1970-01-12T13:46:40Z').getHours(zone)")
        let hours = { (zone: String) in
            var budget = Budget()
            return try program.evaluate(["zone": Value.string(zone)], budget: &budget).description
        }
        #expect(try hours("Test/Town") == "15" && hours("UTC") == "13" && hours("-01:00") == "12")
        #expect(try hours("Test/Village") == "<unknown: no time zone 'Test/Village' is known here>")
        #expect(try hours("../Town") == "<unknown: no time zone '../Town' is known here>")
        #expect(try text("timestamp(0).getHours('Europe/Berlin')").hasPrefix("<unknown: no time zone 'Europe/Berlin'"))
    }

    @Test(.enabled(if: MachineTimeZones.isThere)) func theMachineKnowsPlaces() throws {
        let environment = Environment(variables: [:], timeZones: MachineTimeZones.source)
        for (source, expected) in [
            ("timestamp('2026-07-01T12:00:00Z').getHours('Europe/Berlin')", "14"),
            ("timestamp('2080-07-01T12:00:00Z').getHours('Europe/Berlin')", "14"),
            ("timestamp('2080-01-01T12:00:00Z').getHours('America/New_York')", "7"),
            ("timestamp('1900-01-01T00:00:00Z').getMinutes('Asia/Kolkata')", "21"),
            ("timestamp('2026-01-01T00:00:00Z').getMinutes('Asia/Kathmandu')", "45"),
        ] {
            var budget = Budget()
            let value = try environment.compile(source).evaluate([String: Value](), budget: &budget)
            #expect(value.description == expected, "\(source)")
        }
    }
}
