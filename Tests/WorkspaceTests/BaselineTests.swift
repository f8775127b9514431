import Reports
import Rules
import TestSupport
import Testing
import YAMLBridge

@testable import Workspace

@Suite("Baseline")
struct BaselineTests {
    private static let queue = "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: 901\n"

    private func lint(
        _ files: [(String, String)], baseline: Baseline?, change: (inout LintRequest) -> Void = { _ in }
    ) -> LintResult {
        var request = LintRequest(ProjectInput(sources: files.map { SourceFile(path: $0.0, text: $0.1) }))
        request.input.configuration.select = [.init("SQS010"), .init("SQS001"), .init("TPL")]
        request.baseline = baseline
        change(&request)
        return Linter.lint(request)
    }

    /// The baseline that a run over `files` writes, read again from its text.
    private func baseline(_ files: [(String, String)], path: String = "base.json") throws -> Baseline {
        let result = lint(files, baseline: Baseline(path: path, entries: []))
        let text = BaselineText(try #require(result.baseline).renewed).text
        return try BaselineFile.parse(Array(text.utf8), path: path)
    }

    @Test("known findings do not count, new ones do")
    func comparison() throws {
        let known = try baseline([("a.yaml", Self.queue)])
        #expect(known.entries.map(\.rule) == ["SQS001", "SQS010"])
        let same = lint([("a.yaml", Self.queue)], baseline: known)
        #expect(same.findings.isEmpty && same.exitStatus == .success)
        #expect(same.baseline?.known.count == 2 && same.baseline?.gone.isEmpty == true)
        let more = Self.queue + "  More:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: 902\n"
        let result = lint([("a.yaml", more)], baseline: known)
        #expect(result.findings.allSatisfy { $0.location.resource == "More" })
        #expect(result.exitStatus == .findings)
    }

    @Test("moved lines, another format and another file of the same resource change nothing")
    func moves() throws {
        let known = try baseline([("a.yaml", Self.queue)])
        let moved = "# a word\n\nDescription: more\n" + Self.queue
        #expect(lint([("a.yaml", moved)], baseline: known).findings.isEmpty)
        let flow = "{Resources: {Jobs: {Properties: {DelaySeconds: 901}, Type: 'AWS::SQS::Queue'}}}"
        #expect(lint([("a.yaml", flow)], baseline: known).findings.isEmpty)
        var renamed = known
        renamed.absentFiles = ["a.yaml"]
        #expect(lint([("b.yaml", Self.queue)], baseline: renamed).findings.isEmpty)
        // The old file is there still and was not looked at: it may have the findings as well.
        #expect(lint([("b.yaml", Self.queue)], baseline: known).findings.count == 2)
    }

    @Test("list indices may shift, but each entry stands for one finding")
    func indices() throws {
        func entry(_ path: String) -> Baseline.Entry {
            Baseline.Entry(
                file: "a.yaml", rule: "SQS010", name: "", check: "range", resource: "Jobs", path: path, subject: nil)
        }
        func finding(_ path: String) -> Finding {
            let start = SourcePosition(line: 1, column: 1)
            return Finding(
                rule: "SQS010", name: "", check: "range", severity: .error, message: path, help: nil,
                location: Location(
                    file: "a.yaml", span: SourceSpan(start: start, end: start), resource: "Jobs", path: path),
                related: [], fingerprint: path)
        }
        let verdicts = Verdicts(findings: [finding("A[1].B"), finding("A[2].B"), finding("A[3].B")])
        let outcome = BaselineComparison(
            Baseline(path: "b.json", entries: [entry("A[0].B"), entry("A[2].B")]), verdicts: verdicts,
            configuration: RuleConfiguration(), files: ["a.yaml"], workingFolder: "/")
        #expect(outcome.new.map(\.message) == ["A[3].B"])
        #expect(outcome.outcome.known.map(\.message) == ["A[1].B", "A[2].B"])
    }

    @Test("what is gone is told and pruned; what the run did not look at stays")
    func gone() throws {
        let known = try baseline([("a.yaml", Self.queue), ("b.yaml", Self.queue)])
        #expect(known.entries.count == 4)
        let mended = Self.queue.replacing("901", with: "900")
        let result = lint([("a.yaml", mended)], baseline: known)
        let outcome = try #require(result.baseline)
        #expect(outcome.gone.map(\.rule) == ["SQS010"])
        #expect(outcome.pruned.entries.map { "\($0.file) \($0.rule)" } == ["a.yaml SQS001", "b.yaml SQS001", "b.yaml SQS010"])
        let partial = lint([("a.yaml", mended)], baseline: known) { $0.input.configuration.select = [.init("SQS001")] }
        #expect(partial.baseline?.gone.isEmpty == true)
        #expect(partial.baseline?.renewed.entries.count == 4)
    }

    @Test("a finding that is undecided now is not gone")
    func undecided() throws {
        let known = try baseline([("a.yaml", Self.queue)])
        let open = "Parameters: {Delay: {Type: Number}}\n" + Self.queue.replacing("901", with: "!Ref Delay")
        #expect(lint([("a.yaml", open)], baseline: known).baseline?.gone.isEmpty == true)
    }

    @Test("files are named from the baseline's folder, so that the command may run anywhere")
    func folder() throws {
        let known = try baseline([("infra/a.yaml", Self.queue)], path: "infra/base.json")
        #expect(known.entries.first?.file == "a.yaml")
        let elsewhere = Baseline(path: "base.json", entries: known.entries)
        let within = lint([("a.yaml", Self.queue)], baseline: elsewhere) { $0.input.workingFolder = "/srv/infra" }
        #expect(within.findings.isEmpty)
    }

    @Test("the text is sorted and has a member a line")
    func text() throws {
        let text = BaselineText(try baseline([("b.yaml", Self.queue), ("a.yaml", Self.queue)])).text
        #expect(
            text.hasPrefix(
                """
                {
                  "version": 1,
                  "findings": [
                    {
                      "file": "a.yaml",
                      "resource": "Jobs",
                      "path": "Properties",
                      "rule": "SQS001",
                      "name": "dead-letter-queue-missing",
                      "check": "
                """))
    }

    @Test(
        "a broken one is trouble with its place",
        arguments: [
            ("{\"findings\": [}", "1:15"), ("{\"findings\": {}}", "1:14 findings must be a list"),
            ("{\"finding\": []}", "1:2 a baseline has no key 'finding'; Did you mean 'findings'?"),
            ("{\"findings\": [{\"file\": \"a\"}]}", "1:15 a finding needs file, rule and check"),
            ("{\"version\": 2}", "1:13 version must be 1, not 2"), ("", ""),
        ])
    func broken(_ text: String, _ expected: String) throws {
        do throws(ConfigurationError) {
            _ = try BaselineFile.parse(Array(text.utf8), path: "b.json")
            Issue.record("it was read")
        } catch {
            let first = try #require(error.diagnostics.first)
            let place = first.span.map { "\($0.start.line):\($0.start.column) " } ?? ""
            #expect((place + first.message + (first.help.map { "; " + $0 } ?? "")).hasPrefix(expected))
        }
    }

    @Test("it is read with the files that are gone, and must be there unless it is about to be written")
    func load() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(BaselineText(try baseline([("a.yaml", Self.queue)])).text, to: "x/base.json")
        #expect(try BaselineFile.load(path).absentFiles == ["a.yaml"])
        try folder.write("", to: "x/a.yaml")
        #expect(try BaselineFile.load(path).absentFiles.isEmpty)
        #expect(throws: ConfigurationError.self) { try BaselineFile.load(folder.path + "/none.json") }
        #expect(try BaselineFile.load(folder.path + "/none.json", mayBeAbsent: true).entries.isEmpty)
    }
}
