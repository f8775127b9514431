import Rules
import TestSupport
import Testing
import Text
import Workspace

@Suite("Suppression")
struct SuppressionTests {
    /// A queue whose delay is out of range; `{}` stands for what a test adds.
    func lint(
        _ text: String, path: String = "a.yaml", today: String = "2026-11-21", configuration: String = "",
        change: (inout LintRequest) -> Void = { _ in }
    ) throws -> LintResult {
        var request = LintRequest(ProjectInput(sources: [SourceFile(path: path, text: text)]))
        request.input.configuration = try WorkspaceTests.configuration(configuration, path: "ecslint.yaml")
        request.input.configuration.select += [.init("SQS010"), .init("SUP")]
        request.today = try #require(CivilDay(today))
        change(&request)
        return Linter.lint(request)
    }

    func rules(_ result: LintResult) -> [String] {
        result.findings.map { "\($0.rule):\($0.location.span.start.line)" }
    }

    static func queue(_ delay: String, above: String = "", first: String = "", metadata: String = "") -> String {
        """
        Resources:
          Jobs:\(first)
            Type: AWS::SQS::Queue
            \(metadata.isEmpty ? "DeletionPolicy: Retain" : metadata)
            Properties:
              QueueName: "jobs # ecslint: ignore SQS010 in a text"
              \(above.isEmpty ? "# nothing" : above)
              \(delay)
        """
    }

    @Test("what a file switches off is told with the file, and what flags say is not")
    func silences() throws {
        let configuration = """
            ignore: [SQS010, ECS]
            failOn: never
            exclude: ["vendor/**"]
            """
        let result = try lint(Self.queue("DelaySeconds: 901 # ecslint: ignore SQS why"), configuration: configuration)
        let told = result.silences.map { "\($0.file):\($0.span?.start.line ?? 0) \($0.message)" }
        #expect(told.count == 3)
        #expect(told[0].hasPrefix("ecslint.yaml:1 ignore keeps ") && told[0].hasSuffix(" rules from running: SQS010, ECS"))
        #expect(told[1] == "ecslint.yaml:2 failOn: never lets the run succeed whatever is found")
        #expect(told[2] == "ecslint.yaml:0 exclude leaves files out of folders: vendor/**")
        let suppressed = try lint(Self.queue("DelaySeconds: 901 # ecslint: ignore SQS why"))
        #expect(suppressed.silences.map(\.message) == ["1 finding suppressed: SQS010"])
        #expect(suppressed.silences.map(\.file) == ["a.yaml"])
        // The tests' own `select` comes without a place, as a flag's does.
        #expect(try lint(Self.queue("DelaySeconds: 901")).silences.isEmpty)
    }

    @Test("many suppressions of one place, nested and side by side, take away what they mean and nothing else")
    func manySuppressions() throws {
        let resources = (0..<300).map { number in
            let note = number.isMultiple(of: 3) ? #""//": "ecslint: ignore SQS010 why", "# : ""
            return #""J\#(number)": {\#(note)"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": 901}}"#
        }
        let result = try lint("{\"Resources\": {\n" + resources.joined(separator: ",\n") + "}}", path: "a.json")
        #expect(result.suppressed.count == 100)
        #expect(result.findings.count { $0.rule == "SQS010" } == 200)
        #expect(result.suppressed.allSatisfy { $0.suppression.location.span.start.line == $0.finding.location.span.start.line })
        let whole = "# ecslint: ignore SQS010 first\n# ecslint: ignore SQS010 second\n"
        let both = try lint(
            "Metadata: {ecslint: {ignore: SQS010 all}}\n" + whole + Self.queue("DelaySeconds: 901 # ecslint: ignore SQS010 last"))
        #expect(both.suppressed.map { $0.suppression.reason } == ["last"] || both.suppressed.count == 1)
        #expect(!both.findings.contains { $0.rule == "SQS010" })
    }

    @Test(
        "by a comment on the line, on the line before, on the resource's first line, in metadata and by a tag",
        arguments: [
            queue("DelaySeconds: 901 # ecslint: ignore SQS010 why"),
            queue("DelaySeconds: 901", above: "# ecslint: ignore SQS010 why"),
            queue("DelaySeconds: 901", above: "# ecslint: ignore SQS010 why\n\n      # and more words"),
            queue("DelaySeconds: 901", first: " # ecslint: ignore attribute-out-of-range why"),
            queue("DelaySeconds: 901", metadata: "Metadata: {ecslint: {ignore: [SQS010 why]}}"),
            queue("DelaySeconds: 901", metadata: "Metadata: {ecslint: {ignore: {rules: [SQS010], reason: why}}}"),
            queue("DelaySeconds: 901", above: "Tags: [{Key: 'ecslint:ignore', Value: SQS010 why}]"),
            "Metadata: {ecslint: {ignore: SQS why}}\n" + queue("DelaySeconds: 901"),
            "Resources:\n  # ecslint: ignore SQS010 why\n  Jobs: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 901}}",
            #"{"Resources": {"Jobs": {"//": "ecslint: ignore SQS010 why", "Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": 901}}}}"#,
        ])
    func forms(_ text: String) throws {
        let result = try lint(text)
        #expect(result.findings.isEmpty)
        #expect(result.exitStatus == .success)
        #expect(result.suppressed.map(\.finding.rule) == ["SQS010"])
        #expect(result.suppressed.first?.suppression.reason == "why")
    }

    @Test(
        "not by a comment elsewhere, for another rule, or in a text",
        arguments: [
            queue("DelaySeconds: 901"),
            queue("DelaySeconds: 901", above: "# ecslint: please ignore SQS010"),
            queue("DelaySeconds: 901", above: "# a word on ecslint: ignore SQS010"),
        ])
    func elsewhere(_ text: String) throws {
        #expect(rules(try lint(text)).contains("SQS010:8"))
        #expect(rules(try lint(Self.queue("DelaySeconds: 901\n    # ecslint: ignore SQS010 too late"))).contains("SQS010:8"))
        let other = "DelaySeconds: 901 # ecslint: ignore SQS001"
        #expect(rules(try lint(Self.queue(other))) == ["SQS010:8"])
    }

    @Test("a list goes on behind a comma; a reason may begin with a rule's id")
    func list() throws {
        let two = try lint(Self.queue("DelaySeconds: 901 # ecslint: ignore SQS001, SQS010: both"))
        #expect(two.suppressed.first?.suppression.rules.map(\.text) == ["SQS001", "SQS010"])
        #expect(two.suppressed.first?.suppression.reason == "both")
        let one = try lint(Self.queue("DelaySeconds: 901 # ecslint: ignore SQS001 SQS010 is meant by nobody"))
        #expect(rules(one) == ["SQS010:8"])
    }

    @Test("it holds through its last day, then the finding says that it ended")
    func end() throws {
        let text = Self.queue("DelaySeconds: 901 # ecslint: ignore SQS010 until 2027-01-31 moving")
        #expect(try lint(text, today: "2027-01-31").findings.isEmpty)
        let late = try lint(text, today: "2027-02-01")
        #expect(rules(late) == ["SQS010:8"])
        #expect(late.findings.first?.related.last?.message == "its suppression ended on 2027-01-31")
        #expect(late.exitStatus == .findings)
        // A slip never makes it hold for ever.
        for slip in ["until the move", "until", "UNTIL 2027-01-31", "until: 2027-01-31", "Until tomorrow", "until:2027-01-31"] {
            let result = try lint(Self.queue("DelaySeconds: 901 # ecslint: ignore SQS010 \(slip)"))
            #expect(result.suppressed.isEmpty, "\(slip)")
            #expect(result.findings.map(\.rule).contains("SUP004"), "\(slip)")
            #expect(result.findings.map(\.rule).contains("SQS010"), "\(slip)")
        }
    }

    @Test(
        "what cannot be read is reported and suppresses nothing",
        arguments: [
            ("# ecslint: ignore", "names no rule"),
            ("# ecslint: ignore SQS010 until 2027-02-30", "'until 2027-02-30' does not name a day"),
            ("# ecslint: ignroe SQS010", "'ignroe'"), ("# ecslint: disable SQS010", "'disable'"),
            ("# ecslint: ignore-next-line SQS010", "'ignore-next-line'"),
            ("# ecslint: disable-line SQS010", "'disable-line'"),
        ])
    func malformed(_ comment: String, _ message: String) throws {
        let result = try lint(Self.queue("DelaySeconds: 901", above: comment))
        #expect(rules(result) == ["SUP004:7", "SQS010:8"])
        #expect(result.findings.first?.message.contains(message) == true)
    }

    @Test("an unknown rule is reported with the one that was meant")
    func unknown() throws {
        let result = try lint(Self.queue("DelaySeconds: 901", above: "# ecslint: ignore SQS0100 why"))
        #expect(rules(result) == ["SUP002:7", "SQS010:8"])
        #expect(result.findings.first?.help == "Did you mean 'SQS010'?")
    }

    @Test("one that nothing needs is reported, unless its rule did not run, is undecided, or the run is a hook's")
    func unused() throws {
        let text = Self.queue("DelaySeconds: 900", above: "# ecslint: ignore SQS010 why")
        #expect(rules(try lint(text)) == ["SUP001:7"])
        #expect(try lint(text).exitStatus == .success)
        #expect(try lint(text) { $0.input.skipsUnrecognised = true }.findings.isEmpty)
        #expect(try lint(text) { $0.input.configuration.select = [.init("SUP"), .init("SCL001")] }.findings.isEmpty)
        #expect(try lint(text) { $0.input.configuration.ignore = [.init("SUP001")] }.findings.isEmpty)
        let open =
            "Parameters: {Delay: {Type: Number}}\n"
            + Self.queue("DelaySeconds: !Ref Delay", above: "# ecslint: ignore SQS010 why")
        let undecided = try lint(open)
        #expect(undecided.undecided.map(\.rule) == ["SQS010"])
        #expect(undecided.findings.isEmpty)
    }

    @Test("by the configuration, for a path, a resource or both")
    func configured() throws {
        let text = Self.queue("DelaySeconds: 901")
        func status(_ entry: String, path: String = "infra/old/a.yaml") throws -> Workspace.ExitStatus {
            try lint(text, path: path, configuration: "suppress: [{rule: SQS010, reason: why, \(entry)}]").exitStatus
        }
        #expect(try status("path: 'infra/**'") == .success)
        #expect(try status("path: infra/old/") == .success)
        #expect(try status("path: 'other/**'") == .findings)
        #expect(try status("resource: Jobs") == .success)
        #expect(try status("resource: 'J*', path: '**/a.yaml'") == .success)
        #expect(try status("resource: Job") == .findings)
        #expect(try status("until: 2026-11-20") == .findings)
    }

    @Test("the configuration's path starts from its own folder, wherever the command runs")
    func folder() throws {
        let result = try lint(Self.queue("DelaySeconds: 901"), path: "a.yaml") {
            $0.input.workingFolder = "/srv/infra"
            $0.input.configuration.path = "../ecslint.yaml"
            let suppressing = try? configuration("suppress: [{rule: SQS010, path: infra/a.yaml}]")
            $0.input.configuration.suppress = suppressing?.suppress ?? []
        }
        #expect(result.suppressed.count == 1)
    }

    @Test("a reason may be demanded")
    func reasons() throws {
        let bare = Self.queue("DelaySeconds: 901 # ecslint: ignore SQS010")
        #expect(try lint(bare).findings.isEmpty)
        let strict = try lint(bare, configuration: "requireReasons: true")
        #expect(rules(strict) == ["SQS010:8", "SUP003:8"])
        #expect(strict.exitStatus == .findings)
        #expect(
            try mistakes(in: "suppress: [{rule: SQS001}]\nrequireReasons: true")
                == ["1:12 the suppression gives no reason, which requireReasons demands; Add `reason:`."])
    }

    @Test("mistakes in the configuration's list are located")
    func mistakesInList() throws {
        #expect(try mistakes(in: "suppress: {rule: SQS001}").first?.hasPrefix("1:11 suppress must be a list") == true)
        #expect(try mistakes(in: "suppress: [{path: a}]").first?.hasPrefix("1:12 a suppression must name its rules") == true)
        #expect(
            try mistakes(in: "suppress: [{rule: A, untli: 2027-01-01}]")
                == ["1:22 a suppression has no key 'untli'; Did you mean 'until'?"])
        #expect(try mistakes(in: "suppress: [{rule: A, until: soon}]") == ["1:29 until must be a day such as 2027-01-31"])
        let unknown = try lint(Self.queue("DelaySeconds: 1"), configuration: "suppress: [{rule: SQS0100}]")
        #expect(unknown.diagnostics.map(\.code) == ["unknown-rule"])
        #expect(unknown.diagnostics.first?.help == "Did you mean 'SQS010'?")
    }

    @Test("a nested stack's finding is suppressed in the child's own template")
    func nested() throws {
        let parent = """
            Resources:
              Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml}}
            """
        let child = Self.queue("DelaySeconds: 901", first: " # ecslint: ignore SQS010 why")
        let result = try lint(parent) { $0.input.sources.append(SourceFile(path: "child.yaml", text: child)) }
        #expect(result.findings.isEmpty)
        #expect(result.suppressed.map(\.finding.location.resource) == ["Child/Jobs"])
    }

    @Test("an entry of metadata with a key that is not there is reported at the key and has no effect")
    func unknownKey() throws {
        let entry = "{rule: SQS010, untill: 2027-01-31, reason: why}"
        let result = try lint(Self.queue("DelaySeconds: 901", metadata: "Metadata: {ecslint: {ignore: [\(entry)]}}"))
        #expect(rules(result) == ["SUP004:4", "SQS010:8"])
        #expect(result.findings.first?.location.span.start.column == 50)
        #expect(result.findings.first?.help == "Did you mean 'until'?")
    }
}
