import Foundation
import TestSupport
import Testing

/// Realistic stacks of `Tests/Stacks`: what ecslint says of each is what a careful reviewer says, to the line.
@Suite("Realistic stacks") struct StackTests {
    /// `ECSLINT_UPDATE=1` writes what the program says now; look at the difference before committing it.
    private static let isUpdating = ProcessInfo.processInfo.environment["ECSLINT_UPDATE"] == "1"

    static let stacks: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder("Tests/Stacks").path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }()

    static let wellBuilt = ["background-worker", "backlog-lambda", "event-driven", "fargate-nested", "managed-ec2"]

    @Test("there are a dozen of them")
    func hasStacks() {
        #expect(Self.stacks.count >= 12)
    }

    @Test("what is wrong is said, and nothing else", arguments: stacks)
    func stack(_ name: String) throws {
        let expected = Self.folder("Tests/Stacks/\(name)").appending(path: "expected")
        let text = (try? Data(contentsOf: expected)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let found = try StackVerdict(of: Self.folder("Tests/Stacks/\(name)")).lines
        if Self.isUpdating {
            let review = text.split(separator: "\n").prefix { $0.hasPrefix("#") }.map(String.init)
            try Data((review + found).map { $0 + "\n" }.joined().utf8).write(to: expected)
            return
        }
        let wanted = text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
        #expect(found == wanted, "\(Difference(from: wanted.joined(separator: "\n"), to: found.joined(separator: "\n")))")
        #expect(!text.isEmpty && text.hasPrefix("#"), "each stack begins with what a reviewer says of it")
    }

    @Test("nothing is said of a well-built stack, and nothing is undecided", arguments: wellBuilt)
    func good(_ name: String) throws {
        #expect(try StackVerdict(of: Self.folder("examples/\(name)/good")).lines.isEmpty)
    }

    private static func folder(_ path: String) -> URL { PackageFolder.root.appending(path: path) }
}

/// What ecslint says of a folder: a line for each finding and for each rule that it cannot decide.
private struct StackVerdict: Decodable {
    struct Location: Decodable {
        struct Position: Decodable {
            let line: Int
        }
        let file: String
        let resource: String?
        let start: Position
    }
    struct Finding: Decodable {
        let rule: String
        let severity: String
        let location: Location
    }
    struct Undecided: Decodable {
        let rule: String
        let resource: String?
    }
    struct Diagnostic: Decodable {
        let message: String
    }
    let findings: [Finding]
    let undecided: [Undecided]
    let diagnostics: [Diagnostic]

    init(of folder: URL) throws {
        let run = try ProgramRun(
            try Program.path(), ["lint", ".", "--format", "json", "--show-undecided"], in: folder.path,
            environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": "1795219200"])
        self = try JSONDecoder().decode(StackVerdict.self, from: Data(run.output.utf8))
    }

    /// Findings in the order of the report, then what is undecided, each rule and resource once.
    var lines: [String] {
        let said = findings.map {
            "\($0.severity) \($0.rule) \($0.location.resource ?? "-") \($0.location.file):\($0.location.start.line)"
        }
        let open = Set(undecided.map { "undecided \($0.rule) \($0.resource ?? "-")" }).sorted()
        return diagnostics.map { "diagnostic \($0.message)" } + said + open
    }
}
