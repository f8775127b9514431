import Rules
import TestSupport
import Testing
import Text
import Workspace

@Suite("Suppression")
struct SuppressionTests {
    /// A queue whose delay is out of range; `{}` stands for what a test adds.
    private func lint(
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

    private func rules(_ result: LintResult) -> [String] {
        result.findings.map { "\($0.rule):\($0.location.span.start.line)" }
    }

    private static func queue(_ delay: String, above: String = "", first: String = "", metadata: String = "") -> String {
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
        let words = try lint(Self.queue("DelaySeconds: 901 # ecslint: ignore SQS010 until the move"))
        #expect(words.suppressed.first?.suppression.reason == "until the move")
    }

    @Test(
        "what cannot be read is reported and suppresses nothing",
        arguments: [
            ("# ecslint: ignore", "names no rule"), ("# ecslint: ignore SQS010 until 2027-02-30", "'2027-02-30' is not a day"),
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

    @Test(
        "a note in JSON is about its object from the key on, where what a whole resource lacks is reported",
        arguments: [
            #"{"resource": {"aws_sqs_queue": {"q": {"//": "ecslint: ignore SQS why", "delay_seconds": 901}}}}"#,
            #"{"resource": {"aws_sqs_queue": {"q": [{"//": ["a word", "ecslint: ignore SQS why"], "delay_seconds": 901}]}}}"#,
        ])
    func note(_ text: String) throws {
        let result = try lint(text, path: "main.tf.json") { $0.input.configuration.select.append(.init("SQS001")) }
        #expect(result.findings.isEmpty)
        #expect(result.suppressed.map(\.finding.rule) == ["SQS001", "SQS010"])
    }

    @Test("a comment above a text of several lines is about the whole of it")
    func texts() throws {
        let terraform = """
            resource "aws_sqs_queue" "jobs" {
              # ecslint: ignore SQS003 each job is tried once
              redrive_policy = <<-JSON
                {
                  "deadLetterTargetArn": "${aws_sqs_queue.dead.arn}",
                  "maxReceiveCount": 1
                }
              JSON
              delay_seconds = 901
            }
            resource "aws_sqs_queue" "dead" {}
            """
        let result = try lint(terraform, path: "main.tf") {
            $0.input.readsTerraformLanguage = true
            $0.input.configuration.select.append(.init("SQS003"))
        }
        #expect(rules(result) == ["SQS010:9"])
        #expect(result.suppressed.map(\.finding.location.span.start.line) == [6])
        let cloudFormation = """
            Resources:
              Dead: {Type: AWS::SQS::Queue}
              Jobs:
                Type: AWS::SQS::Queue
                Properties:
                  # ecslint: ignore SQS003 each job is tried once
                  RedrivePolicy: !Sub |
                    {
                      "deadLetterTargetArn": "${Dead.Arn}",
                      "maxReceiveCount": 1
                    }
            """
        let other = try lint(cloudFormation) { $0.input.configuration.select = [.init("SQS003"), .init("SUP")] }
        #expect(other.findings.isEmpty && other.suppressed.map(\.finding.location.span.start.line) == [10])
    }

    @Test("comments of Terraform's language: on a block's first line for the whole block, and with slashes")
    func terraformLanguage() throws {
        let sources = """
            resource "aws_sqs_queue" "a" { # ecslint: ignore SQS why
              delay_seconds = 901
            }
            // ecslint: ignore SQS why
            // and more words
            resource "aws_sqs_queue" "b" {
              delay_seconds = 901
            }
            resource "aws_sqs_queue" "c" {
              name          = "c // ecslint: ignore SQS010 in a text"
              delay_seconds = 901 // ecslint: ignore SQS010 why
            }
            """
        let resources = ["a", "b", "c"].map { name in
            #"{"address": "aws_sqs_queue.\#(name)", "mode": "managed", "type": "aws_sqs_queue", "name": "\#(name)","#
                + #" "values": {"delay_seconds": 901}}"#
        }
        let plan =
            #"{"format_version": "1.2", "planned_values": {"root_module": {"resources": [\#(resources.joined(separator: ","))]}},"#
            + #" "configuration": {"root_module": {}}}"#
        let folder = try TemporaryFolder()
        try folder.write(plan, to: "plan.json")
        try folder.write(sources, to: "main.tf")
        var options = LintOptions()
        options.project.paths = [folder.path + "/plan.json"]
        options.select = ["SQS001", "SQS010", "SUP"]
        let result = LintSession(options).run()
        #expect(rules(result) == ["SQS001:9"])
        #expect(
            result.suppressed.map { "\($0.finding.rule):\($0.finding.location.span.start.line)" }
                == ["SQS001:1", "SQS010:2", "SQS001:6", "SQS010:7", "SQS010:11"])
    }
}
