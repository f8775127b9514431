import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Root modules of a run")
struct ConfigurationRootTests {
    @Test("a folder is a root unless another folder calls it")
    func roots() throws {
        let workload = try load([
            ("infra/main.tf.json", #"{"module": {"q": {"source": "./queue", "name": "jobs"}}}"#),
            (
                "infra/queue/main.tf.json",
                #"{"variable": {"name": {}}, "resource": {"aws_sqs_queue": {"it": {"name": "${var.name}"}}}}"#
            ),
            ("other/main.tf.json", #"{"resource": {"aws_sqs_queue": {"it": {}}}}"#),
        ])
        #expect(workload.stacks.map(\.document.path) == ["infra/main.tf.json", "infra/queue/main.tf.json", "other/main.tf.json"])
        #expect(workload.stacks.map(\.root) == [0, 0, 2])
        #expect(workload.stacks.flatMap(\.resources).map(\.name) == ["module.q.aws_sqs_queue.it", "aws_sqs_queue.it"])
        #expect(workload.stacks.flatMap(\.resources).map(\.id.stack) == [1, 2])
    }

    @Test("files in Terraform's own language beside those in JSON are of the same module")
    func bothLanguages() throws {
        let json = try Document.parse(
            Array(
                #"{"resource": {"t": {"u": {"x": "${local.name}-${aws_sqs_queue.q["a"].arn}"}}}}"#.replacing(
                    "\"a\"", with: "\\\"a\\\""
                ).utf8),
            path: "infra/main.tf.json")
        let native = try Document.parse(
            Array(
                """
                locals { name = "jobs" }
                variable "timeout" {
                  type    = number
                  default = 30
                }
                resource "aws_sqs_queue" "q" {
                  for_each                   = toset(["a", "b"])
                  name                       = "${local.name}-${each.key}"
                  visibility_timeout_seconds = var.timeout * 2
                  redrive_policy = jsonencode({
                    deadLetterTargetArn = aws_sqs_queue.dlq.arn
                    maxReceiveCount     = 5
                  })
                  policy = <<-EOT
                    {"Statement": [{"Resource": "${aws_sqs_queue.dlq.arn}"}]}
                  EOT
                  lifecycle { ignore_changes = [name, policy] }
                  dynamic "tag" {
                    for_each = [1, 2]
                    content { n = tag.value }
                  }
                }
                resource "aws_sqs_queue" "dlq" {}
                """.utf8), path: "infra/queues.tf")
        let workload = Workload.load([json], sources: { folder, _ in folder.isEmpty ? [json, native] : [] })
        let stacks = workload.stacks
        #expect(stacks.problems.isEmpty, "\(stacks.problems.map(\.message))")
        #expect(stacks.map(\.resourceCount) == [1, 2])
        #expect(try stacks.attribute("x", of: "t.u").shown == #"jobs-${aws_sqs_queue.q["a"].arn}"#)
        let queue = #"aws_sqs_queue.q["b"]"#
        #expect(try stacks.attribute("name", of: queue).shown == "jobs-b")
        #expect(try stacks.attribute("visibility_timeout_seconds", of: queue).shown == "60")
        #expect(
            try stacks.attribute("redrive_policy", of: queue).shown
                == "{deadLetterTargetArn: aws_sqs_queue.dlq.arn, maxReceiveCount: 5}")
        #expect(try stacks.attribute("redrive_policy.maxReceiveCount", of: queue).origin.span.start.line == 12)
        #expect(
            try stacks.attribute("policy", of: queue).unwrappedJSON.shown == "{Statement: [{Resource: aws_sqs_queue.dlq.arn}]}")
        #expect(try stacks.attribute("lifecycle", of: queue).shown == "{ignore_changes: [name, policy]}")
        #expect(try stacks.attribute("tag", of: queue).shown == "[{n: 1}, {n: 2}]")
    }

    @Test("a file that cannot be read may declare any name, and any resource")
    func incomplete() throws {
        let document = try Document.parse(Array(file("${local.x}-${aws_sqs_queue.y.arn}").utf8), path: "infra/main.tf.json")
        let stacks = Workload.load([document], isIncomplete: { $0 == "infra" }).stacks
        #expect(stacks.problems.isEmpty)
        #expect(stacks.map(\.open.count) == [1])
    }

    @Test(
        "what is a configuration",
        arguments: [
            (#"{"resource": {}}"#, true), (#"{"//": "x"}"#, true), ("{}", true), ("[]", true), (#"[{"locals": {}}]"#, true),
            (#"{"openapi": "3.0.1", "paths": {}}"#, false), ("3", false), (#""text""#, false),
        ])
    func recognition(text: String, isConfiguration: Bool) throws {
        let document = try Document.parse(Array(text.utf8), path: "x.tf.json")
        #expect((Workload.kind(of: document) == .terraformConfiguration) == isConfiguration)
    }

    @Test(
        "odd shapes neither stop nor mislead the reading",
        arguments: [
            #"{"resource": null, "data": 1, "locals": "x", "variable": [], "module": {"a": null}, "output": {"o": []}}"#,
            #"{"resource": {"aws_sqs_queue": 5, "t": {"u": "x", "v": [1, {}]}}, "provider": {"aws": [{"region": {"a": 1}}]}}"#,
            #"{"resource": {"t": {"u": {"count": {"a": 1}, "for_each": 3, "dynamic": {"x": {"for_each": [1], "content": 5}}}}}}"#,
            #"{"module": {"m": {"source": ["./x"]}, "n": {"source": "${var.x}"}, "o": {}}}"#,
            #"{"variable": {"v": {"type": "list(", "default": {"a": [null]}}}, "output": {"o": {"value": "${var.v.a[0].b}"}}}"#,
            #"{"resource": {"t": {"u": {"count": 1e30}, "v": {"count": -1}, "w": {"count": "${1/0}"}, "x": {"count": 99999999}}}}"#,
            #"{"resource": {"t": {"a": {"for_each": "${t.b}"}, "b": {"for_each": "${t.a}"}}}}"#,
            #"{"resource": {"t": {"a": {"x": "${t.a.x}", "y": "${t.b.z}"}, "b": {"z": "${t.a.y}"}}}}"#,
            #"{"data": {"aws_iam_policy_document": {"p": {"source_policy_documents": ["${data.aws_iam_policy_document.p.json}"]}}}}"#,
            #"{"resource": {"t": {"a": {"dynamic": {"b": {"for_each": "${range(1000)}", "content": {"dynamic": {"c": {"for_each": "${range(1000)}", "content": {}}}}}}}}}}"#,
        ])
    func oddShapes(text: String) throws {
        let workload = try load([("infra/main.tf.json", text)])
        #expect(workload.stacks.count == 1)
    }

    @Test("local values that double do not grow without end", .timeLimit(.minutes(1)))
    func doubling() throws {
        let locals = (0..<60).map { #""a\#($0 + 1)": "${[local.a\#($0), local.a\#($0)]}""# }.joined(separator: ", ")
        let workload = try load([
            ("main.tf.json", file("${jsonencode(local.a60)}", blocks: #""locals": {"a0": "x", \#(locals)}"#))
        ])
        #expect(workload.stacks.flatMap(\.exceededLimits).count >= 1)
    }

    @Test("a long chain of local values ends in a bound and not in the stack")
    func chain() throws {
        let locals = (0..<2_000).map { #""a\#($0)": "${local.a\#($0 + 1)}""# }.joined(separator: ", ")
        let workload = try load([("main.tf.json", file("${local.a0}", blocks: #""locals": {\#(locals), "a2000": 1}"#))])
        #expect(workload.stacks.flatMap(\.exceededLimits).count == 1)
    }

    @Test("modules that call modules are bounded")
    func modules() throws {
        let files = (0..<8).map { level in
            (
                path: level == 0 ? "infra/main.tf.json" : "infra/m\(level)/main.tf.json",
                text:
                    #"{"module": {"a": {"source": "../\#(level == 0 ? "infra/" : "")m\#(level + 1)", "count": 5}}, "resource": {"t": {"u": {}}}}"#
            )
        }
        let workload = try load(files, options: LoadOptions(limits: EvaluationLimits(stacks: 200)))
        #expect(workload.stacks.flatMap(\.resources).count <= 201)
        #expect(workload.stacks.flatMap(\.exceededLimits).count == 1)
    }
}
