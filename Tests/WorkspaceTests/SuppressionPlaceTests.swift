import Rules
import TestSupport
import Testing
import Text
import Workspace

/// What a comment or a note is about.
extension SuppressionTests {
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
