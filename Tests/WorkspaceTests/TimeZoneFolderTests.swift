import Foundation
import TestSupport
import Testing

@testable import Workspace

struct TimeZoneFolderTests {
    /// A rule whose one test passes when the zone gives the hour.
    private func run(_ zone: String, expects: String) throws -> Bool {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            apiVersion: ecslint/v1
            kind: Rule
            id: ORG001
            name: hours
            severity: note
            category: test
            select: {kind: queue, as: q}
            checks:
              - {id: early, assert: "timestamp('2026-07-01T12:00:00Z').getHours('\(zone)') < 14", at: q, message: m}
            tests:
              - {name: zone, input: {format: model, q: {name: jobs}}, expect: [\(expects)]}
            """, to: "rule.yaml")
        return try RuleTests.run([folder.path]).contains { $0.name == "zone" && $0.isPassed }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Berlin")))
    func rulesKnowTheZonesOfTheMachine() throws {
        #expect(try run("Europe/Berlin", expects: "{check: early}"))
        #expect(try run("UTC", expects: ""))
        #expect(try run("Europe/Nowhere", expects: "{check: early, verdict: undecided}"))
    }

    /// What is no zone of the folder is unknown, be it a path out of it, a folder, or a file of another form.
    @Test(arguments: ["../../etc/passwd", "Europe", "tzdata.zi", "posix/../UTC", "leapseconds", "/etc/hostname"])
    func nothingElseIsAZone(_ zone: String) throws {
        #expect(try run(zone, expects: "{check: early, verdict: undecided}"))
    }
}
