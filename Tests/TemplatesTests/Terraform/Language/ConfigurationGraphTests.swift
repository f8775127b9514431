import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Terraform: resources that need each other")
struct ConfigurationGraphTests {
    private func circles(_ text: String, files: [(path: String, text: String)] = []) throws -> [String] {
        try configuration([("main.tf", text)] + files).problems.filter { $0.code == .circularReference }.map(\.message)
    }

    private func resource(_ name: String, _ arguments: String) -> String {
        "resource \"aws_sqs_queue\" \"\(name)\" {\n  \(arguments)\n}\n"
    }

    @Test(
        "by references, local values, depends_on in both spellings, and sides that are never taken",
        arguments: [
            "name = aws_sqs_queue.b.arn", "name = local.b", "depends_on = [aws_sqs_queue.b]",
            "depends_on = [\"aws_sqs_queue.b\"]",
            "tags = { x = true ? 1 : aws_sqs_queue.b.arn }", "x = [for q in [aws_sqs_queue.b] : q.arn]",
            "x = { for k, v in {} : k => aws_sqs_queue.b[k].arn }", "x = \"%{ if false }${aws_sqs_queue.b.arn}%{ endif }\"",
            "count = length(aws_sqs_queue.b)", "nested {\n    x = resource.aws_sqs_queue.b.arn\n  }",
            "lifecycle {\n    replace_triggered_by = [aws_sqs_queue.b.tags]\n  }",
            "provisioner \"local-exec\" {\n    command = aws_sqs_queue.b.arn\n  }",
            "dynamic \"x\" {\n    for_each = [1]\n    content {\n      y = aws_sqs_queue.b.arn\n    }\n  }",
        ])
    func found(_ arguments: String) throws {
        let text =
            resource("a", arguments) + resource("b", "name = aws_sqs_queue.a.arn") + "locals {\n  b = aws_sqs_queue.b.arn\n}\n"
        let way = arguments.contains("local.b") ? "local.b needs aws_sqs_queue.b" : "aws_sqs_queue.b"
        #expect(
            try circles(text) == [
                "resources need each other before they exist: aws_sqs_queue.a needs \(way) needs aws_sqs_queue.a"
            ])
    }

    @Test(
        "none where nothing waits",
        arguments: [
            "lifecycle {\n    ignore_changes = [aws_sqs_queue.b]\n  }", "x = \"aws_sqs_queue.b.arn $${aws_sqs_queue.b.arn}\"",
            "provider = aws_sqs_queue.b", "x = [for aws_sqs_queue in [] : aws_sqs_queue.b]", "# x = aws_sqs_queue.b.arn",
            "x = aws_sqs_queue.c.b", "x = data.aws_sqs_queue.b.arn",
        ])
    func notFound(_ arguments: String) throws {
        let others = resource("b", "name = aws_sqs_queue.a.arn") + resource("c", "") + "data \"aws_sqs_queue\" \"b\" {}\n"
        #expect(try circles(resource("a", arguments) + others).isEmpty)
    }

    @Test("a resource may not name itself, but for self, in a provisioner and in its conditions")
    func itself() throws {
        #expect(try circles(resource("a", "x = aws_sqs_queue.a.arn")) == ["aws_sqs_queue.a refers to itself"])
        #expect(try circles(resource("a", "visibility = aws_sqs_queue.a.visibility")) == ["aws_sqs_queue.a refers to itself"])
        let allowed =
            "provisioner \"local-exec\" {\n    command = \"${self.arn} ${aws_sqs_queue.a.arn}\"\n  }\n  lifecycle {\n    postcondition {\n      condition = self.arn != \"\"\n    }\n  }"
        #expect(try circles(resource("a", allowed)).isEmpty)
    }

    @Test("local values alone are found when they are evaluated; beside resources the circle is said once")
    func locals() throws {
        #expect(try circles("locals {\n  a = local.b\n  b = local.a\n}\n").count == 1)
        let text = resource("a", "delay = local.x") + "locals {\n  x = aws_sqs_queue.a.delay\n}\n"
        #expect(
            try circles(text) == [
                "resources need each other before they exist: aws_sqs_queue.a needs local.x needs aws_sqs_queue.a"
            ])
    }

    private static let module = (
        "infra/m/main.tf",
        """
        variable "name" {
          default = "x"
        }
        variable "policy_for" {
          default = "x"
        }
        resource "aws_sqs_queue" "q" {
          name = var.name
        }
        resource "aws_sqs_queue_policy" "p" {
          policy = var.policy_for
        }
        output "arn" {
          value = aws_sqs_queue.q.arn
        }
        output "policy" {
          value = aws_sqs_queue_policy.p.id
        }
        """
    )

    @Test("modules are seen through: what they give may go into what does not need it")
    func modules() throws {
        func call(_ name: String, _ arguments: String) -> String {
            "module \"\(name)\" {\n  source = \"./m\"\n  \(arguments)\n}\n"
        }
        let files = [Self.module]
        #expect(try circles(call("a", "policy_for = module.a.arn"), files: files).isEmpty)
        #expect(try circles(call("a", "name = module.a.policy"), files: files).isEmpty)
        #expect(
            try circles(call("a", "name = module.b.arn") + call("b", "name = module.a.arn"), files: files) == [
                "resources need each other before they exist: module.a.aws_sqs_queue.q needs module.a.var.name needs "
                    + "module.b.output.arn needs module.b.aws_sqs_queue.q needs module.b.var.name needs module.a.output.arn "
                    + "needs module.a.aws_sqs_queue.q"
            ])
        // A module that waits for another waits with all of it.
        #expect(try circles(call("a", "depends_on = [module.b]") + call("b", "name = module.a.arn"), files: files).count == 1)
        #expect(try circles(call("a", "depends_on = [module.b]") + call("b", ""), files: files).isEmpty)
        let each =
            call("a", "for_each = toset([\"x\"])") + resource("q", "x = [for m in module.a : m.arn]\n  y = module.a[\"x\"].arn")
        #expect(try circles(each, files: files).isEmpty)
        #expect(try !circles(call("a", "for_each = toset([module.a[\"x\"].arn])"), files: files).isEmpty)
    }

    @Test("JSON has references in texts, and names in depends_on")
    func json() throws {
        let stacks = try configuration(
            #"{"resource": {"aws_sqs_queue": {"a": {"name": "${aws_sqs_queue.b.arn}"}, "b": {"depends_on": ["aws_sqs_queue.a"]}}}}"#
        )
        #expect(stacks.problems.map(\.code) == [.circularReference])
        #expect(stacks.problems.first?.origin.resource == "aws_sqs_queue.a")
    }

    @Test("ten thousand resources in a row")
    func long() throws {
        let text = (0..<10_000).map { resource("q\($0)", "name = aws_sqs_queue.q\(($0 + 1) % 10_000).arn") }.joined()
        let messages = try circles(text)
        #expect(messages.count == 1)
        #expect(messages.first.map { $0.utf8.count < 1_000 } == true)
    }
}
