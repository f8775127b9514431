import Templates
import Testing

@testable import Rules
@testable import Workspace

@Suite("What values leave out, and findings that miss it")
struct SwitchedOffTests {
    private func lint(_ files: [(String, String)], change: (inout LintRequest) -> Void = { _ in }) -> LintResult {
        var request = LintRequest(ProjectInput(sources: files.map { SourceFile(path: $0.0, text: $0.1, isNamed: true) }))
        request.input.readsTerraformLanguage = true
        change(&request)
        return Linter.lint(request)
    }

    private static let worker = """
        resource "aws_sqs_queue" "jobs" {
          visibility_timeout_seconds = 300
        }
        resource "aws_lambda_event_source_mapping" "jobs" {
          event_source_arn = aws_sqs_queue.jobs.arn
          function_name    = "worker"
        }

        """

    private static let redrive = """
        variable "dlq" {
          default = false
        }
        resource "aws_sqs_queue" "failed" {
          count = var.dlq ? 1 : 0
        }
        resource "aws_sqs_queue_redrive_policy" "jobs" {
          count     = var.dlq ? 1 : 0
          queue_url = aws_sqs_queue.jobs.id
          redrive_policy = jsonencode({
            deadLetterTargetArn = aws_sqs_queue.failed[0].arn
            maxReceiveCount     = 5
          })
        }

        """

    private static func alarm(_ queue: String, repeated: String = "") -> String {
        """
        resource "aws_cloudwatch_metric_alarm" "age" {
          \(repeated)
          alarm_name          = "age"
          namespace           = "AWS/SQS"
          metric_name         = "ApproximateAgeOfOldestMessage"
          statistic           = "Maximum"
          period              = 60
          evaluation_periods  = 5
          threshold           = 300
          comparison_operator = "GreaterThanThreshold"
          alarm_actions       = ["arn:aws:sns:eu-west-1:123456789012:people"]
          dimensions          = { QueueName = \(queue) }
        }

        """
    }

    @Test("a redrive policy that a default leaves out is named, with its place")
    func redrivePolicy() throws {
        let result = lint([("main.tf", Self.worker + Self.redrive)])
        let finding = try #require(result.findings.first { $0.rule == "SQS001" })
        #expect(finding.message.hasSuffix(", with dlq = false (default)"))
        let related = finding.related.first { $0.message.hasPrefix("aws_sqs_queue_redrive_policy.jobs[0] would set it") }
        #expect(related?.location.span.start.line == 17)
        #expect(result.inputs.map(\.resources) == [4] && result.inputs.map(\.resourcesOff) == [2])
        #expect(!result.findings.contains { $0.rule.hasPrefix("TPL") })
    }

    @Test("what is given by hand is meant so")
    func given() throws {
        let files = [("main.tf", Self.worker + Self.redrive)]
        func given(_ value: String) -> LintResult {
            lint(files) { $0.input.options.parameters["dlq"] = LoadOptions.ParameterValue(value, source: "--parameters") }
        }
        let finding = try #require(given("false").findings.first { $0.rule == "SQS001" })
        #expect(!finding.message.contains("dlq"))
        #expect(!given("true").findings.contains { $0.rule == "SQS001" })
    }

    @Test(
        "a list or map that is empty by default leaves out what is made for its elements",
        arguments: [
            ("map(string)", "{}", "var.wanted"), ("list(string)", "[]", "toset(var.wanted)"),
            ("set(string)", "[]", "var.wanted"), ("map(string)", "{}", "{ for k, v in var.wanted : k => v }"),
        ])
    func forEach(type: String, empty: String, collection: String) throws {
        let variable = "variable \"wanted\" {\n  type = \(type)\n  default = \(empty)\n}\n"
        let alarm = Self.alarm("aws_sqs_queue.jobs.name", repeated: "for_each = \(collection)")
        let result = lint([("main.tf", variable + Self.worker + alarm)])
        let finding = try #require(result.findings.first { $0.rule == "SQS022" })
        #expect(finding.message.hasSuffix(", with wanted = \(empty) (default)"))
        #expect(finding.related.contains { $0.message == "aws_cloudwatch_metric_alarm.age is not created with these values" })
        #expect(result.inputs.map(\.resourcesOff) == [1])
    }

    @Test("a count of the length of an empty list is off by default as well")
    func length() throws {
        let variable = "variable \"wanted\" {\n  type = list(string)\n  default = []\n}\n"
        let alarm = Self.alarm("aws_sqs_queue.jobs.name", repeated: "count = length(var.wanted)")
        let finding = lint([("main.tf", variable + Self.worker + alarm)]).findings.first { $0.rule == "SQS022" }
        #expect(finding?.message.hasSuffix(", with wanted = [] (default)") == true)
    }

    @Test("a module that a default leaves out is read for what it would make, and for nothing that is wrong in it")
    func module() throws {
        let root = """
            variable "watch" {
              default = false
            }
            module "watch" {
              count  = var.watch ? 1 : 0
              source = "./watch"
              queue  = aws_sqs_queue.jobs.name
            }

            """
        let files = [
            ("main.tf", Self.worker + root),
            ("watch/main.tf", "variable \"queue\" {}\n" + Self.alarm("var.queue") + "locals {\n  x = [][0]\n}\n"),
        ]
        let result = lint(files)
        let finding = try #require(result.findings.first { $0.rule == "SQS022" })
        #expect(finding.message.hasSuffix(", with watch = false (default)"))
        let name = "module.watch[0].aws_cloudwatch_metric_alarm.age"
        #expect(finding.related.contains { $0.message == "\(name) is not created with these values" })
        #expect(result.inputs.map(\.resources) == [2, 1] && result.inputs.map(\.resourcesOff) == [0, 1])
        #expect(!result.findings.contains { $0.rule.hasPrefix("TPL") })
    }

    @Test("what a default leaves out raises no doubt, though its own values are not known")
    func noDoubt() {
        let text = "variable \"name\" {}\nvariable \"watch\" {\n  default = false\n}\n" + Self.worker
        let alarm = Self.alarm("var.name", repeated: "count = var.watch ? 1 : 0")
        let result = lint([("main.tf", text + alarm)])
        #expect(result.findings.contains { $0.rule == "SQS022" })
    }

    @Test("of two queues of one name the one that is made is meant")
    func twins() {
        let text = """
            variable "fifo" {
              default = false
            }
            resource "aws_sqs_queue" "ordered" {
              count                      = var.fifo ? 1 : 0
              name                       = "jobs"
              visibility_timeout_seconds = 30
            }
            resource "aws_sqs_queue" "plain" {
              count                      = var.fifo ? 0 : 1
              name                       = "jobs"
              visibility_timeout_seconds = 30
            }
            resource "aws_lambda_event_source_mapping" "jobs" {
              event_source_arn = one(concat(aws_sqs_queue.ordered[*].arn, aws_sqs_queue.plain[*].arn))
              function_name    = "worker"
            }

            """
        let result = lint([("main.tf", text + Self.alarm("\"jobs\""))])
        #expect(result.findings.contains { $0.rule == "SQS001" && $0.message.contains("aws_sqs_queue.plain[0]") })
        #expect(!result.findings.contains { $0.rule == "SQS022" })
    }

    // MARK: - Plans

    private static func plan(count: String, made: String = "", complete: String = "true") -> String {
        """
        {"format_version": "1.2", "terraform_version": "1.9.0", "complete": \(complete),
         "planned_values": {"root_module": {"resources": [\(made)]}},
         "configuration": {"root_module": {
           "resources": [
             {"address": "aws_sqs_queue.a", "mode": "managed", "type": "aws_sqs_queue", "name": "a"\(count)},
             {"address": "data.aws_sqs_queue.b", "mode": "data", "type": "aws_sqs_queue", "name": "b"\(count)}],
           "module_calls": {"m": {"source": "./m"\(count), "module": {"resources": [
             {"address": "aws_sqs_queue.c", "mode": "managed", "type": "aws_sqs_queue", "name": "c"}]}}}}}}
        """
    }

    private static let made = """
        {"address": "aws_sqs_queue.a[0]", "mode": "managed", "type": "aws_sqs_queue", "name": "a", "index": 0, "values": {}}
        """
    private static let count = #", "count_expression": {"references": ["var.wanted"]}"#

    @Test("blocks of a plan without a copy are counted, and a plan that makes nothing says what would bring them in")
    func plans() {
        let off = lint([("plan.json", Self.plan(count: Self.count))])
        #expect(off.inputs.map(\.resources) == [2] && off.inputs.map(\.resourcesOff) == [2])
        #expect(off.diagnostics.map(\.message) == ["with these values it creates nothing (variable wanted)"])
        let half = lint([("plan.json", Self.plan(count: Self.count, made: Self.made))])
        #expect(half.inputs.map(\.resources) == [2] && half.inputs.map(\.resourcesOff) == [1])
        #expect(half.diagnostics.isEmpty)
    }

    @Test("what a plan of targets leaves out is not off, and neither is what has no count")
    func targets() {
        let targets = lint([("plan.json", Self.plan(count: Self.count, complete: "false"))])
        #expect(targets.inputs.map(\.resourcesOff) == [0])
        #expect(lint([("plan.json", Self.plan(count: ""))]).inputs.map(\.resourcesOff) == [0])
    }
}
