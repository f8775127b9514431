import Evaluation
import Testing
import YAMLBridge

@testable import Templates

/// What a plan knows, laid over the configuration that it was made of.
@Suite("Facts of a plan") struct PlannedFactsTests {
    /// A resource of a plan, as its values and its configuration have it.
    private struct Planned {
        var address: String
        var values = "{}"
        var unknown = "{}"
    }

    private static func entry(_ planned: Planned) -> String {
        let steps = TerraformReference.steps(of: planned.address)
        let index = steps.last.flatMap { $0.hasPrefix("[") ? ", \"index\": \($0.dropFirst().dropLast())" : nil } ?? ""
        let names = steps.filter { !$0.hasPrefix("[") }.suffix(2)
        let address = planned.address.replacing("\"", with: "\\\"")
        return """
            {"address": "\(address)", "mode": "managed", "type": "\(names.first ?? "")", "name": "\(names.last ?? "")"\(index),
             "values": \(planned.values)}
            """
    }

    private func load(
        _ root: [Planned], modules: String = "", variables: String = "{}", configuration: String = "{}",
        files: [String: String]
    ) throws -> Stack {
        let changes = root.map { planned in
            """
            {"address": "\(planned.address.replacing("\"", with: "\\\""))",
             "change": {"actions": ["create"], "after": {}, "after_unknown": \(planned.unknown)}}
            """
        }
        let text = """
            {"format_version": "1.2", "variables": \(variables),
             "planned_values": {"root_module": {"resources": [\(root.map(Self.entry).joined(separator: ","))]\(modules)}},
             "resource_changes": [\(changes.joined(separator: ","))],
             "configuration": {"root_module": \(configuration)}}
            """
        let plan = try Document.parse(Array(text.utf8), path: "plan.json")
        let documents = try files.map { try Document.parse(Array($0.value.utf8), path: $0.key) }
        return try #require(
            Workload.load(
                [plan],
                sources: { folder, _ in documents.filter { ModuleEvaluator.folder(of: $0.path) == folder } }
            ).stacks.first)
    }

    @Test("copies are those of the plan, whatever count and for_each come to")
    func copies() throws {
        let stack = try load(
            [
                Planned(address: "aws_sqs_queue.q[0]", values: #"{"name": "q0"}"#),
                Planned(address: "aws_sqs_queue.q[2]", values: #"{"name": "q2"}"#),
                Planned(address: #"aws_sqs_queue.k["b"]"#, values: #"{"name": "kb"}"#),
                Planned(address: #"aws_x.y["b"]"#, unknown: #"{"each": true, "some": true, "all": true, "gone": true}"#),
            ],
            files: [
                "main.tf": """
                resource "aws_sqs_queue" "q" {
                  count = aws_x.gone.number
                }
                resource "aws_sqs_queue" "k" {
                  for_each = toset(["a", "b"])
                }
                resource "aws_x" "gone" {}
                resource "aws_x" "y" {
                  for_each = { b = aws_sqs_queue.q[2].name }
                  each     = "${each.key} ${each.value}"
                  some     = "${aws_sqs_queue.k["b"].name} ${aws_sqs_queue.k[each.key].name}"
                  all      = keys(aws_sqs_queue.k)
                  gone     = aws_x.gone.name
                }
                """
            ])
        let resource = #"aws_x.y["b"]"#
        #expect(try stack.attribute("each", of: resource).knownText == "b q2")
        #expect(try stack.attribute("some", of: resource).knownText == "kb kb")
        #expect(try stack.attribute("all", of: resource).texts == ["b"])
        // It is in the files and not in the plan: nothing is known of it.
        #expect(try stack.attribute("gone", of: resource).isUnknown)
    }

    @Test("inputs are those of the plan, at the place of the default where they are the same")
    func inputs() throws {
        let stack = try load(
            [Planned(address: "aws_x.y", values: #"{"a": "1", "b": "2", "c": "4"}"#)],
            variables: #"{"sizes": {"value": {"a": "1", "b": "2"}}, "other": {"value": {"c": "4"}}}"#,
            files: [
                "main.tf": """
                variable "sizes" {
                  type = map(string)
                  default = {
                    a = 1
                    b = 2
                  }
                }
                variable "other" {
                  default = {
                    c = "3"
                  }
                }
                resource "aws_x" "y" {
                  a = var.sizes.a
                  b = var.sizes["b"]
                  c = var.other.c
                }
                """
            ])
        #expect(try stack.attribute("a", of: "aws_x.y").steps.allSatisfy { !$0.label.contains("default") })
        #expect(try stack.attribute("c", of: "aws_x.y").knownText == "4")
        #expect(try stack.attribute("c", of: "aws_x.y").origin.span.start.line == 16)
    }

    @Test("no secret is shown, whatever it is made of")
    func secrets() throws {
        let stack = try load(
            [Planned(address: "aws_x.y", unknown: #"{"x": true, "z": true}"#)],
            variables: #"{"pin": {"value": 7341}, "word": {"value": "hunter2"}}"#,
            files: [
                "main.tf": """
                variable "pin" {
                  type      = number
                  sensitive = true
                }
                variable "word" {
                  sensitive = true
                }
                locals {
                  both = "${var.word}-${var.pin}"
                }
                resource "aws_x" "y" {
                  x = jsonencode({ pin = var.pin, plain = 5, arn = aws_x.gone.arn })
                  z = local.both
                }
                """
            ])
        let body = try #require(stack.resources.first).body
        #expect(body.member(atPath: "x.plain").knownText == "5")
        #expect(!"\(body)".contains("7341"))
        #expect(!"\(body)".contains("hunter2"))
    }

    /// As modules of a registry are, before `terraform init` or where its folder is not kept.
    @Test("a module whose files are not at hand has the outputs that the plan tells")
    func outputsByThePlan() throws {
        let stack = try load(
            [Planned(address: "aws_x.y", unknown: #"{"one": true, "two": true}"#)],
            modules: """
                , "child_modules": [{"address": "module.m[\\"a\\"]", "resources": [
                  {"address": "module.m[\\"a\\"].aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
                   "values": {"name": "jobs"}}]}]
                """,
            configuration: """
                {"module_calls": {"m": {"source": "acme/queue/aws", "for_each_expression": {}, "module": {
                   "outputs": {"arn": {"expression": {"references": ["aws_sqs_queue.q.arn", "aws_sqs_queue.q"]}},
                               "size": {"expression": {"constant_value": 3}}},
                   "resources": [{"mode": "managed", "type": "aws_sqs_queue", "name": "q", "expressions": {}}]}}}}
                """,
            files: [
                "main.tf": """
                module "m" {
                  source   = "acme/queue/aws"
                  for_each = toset(["a"])
                }
                resource "aws_x" "y" {
                  one = module.m["a"].arn
                  two = "x-${module.m["a"].size}"
                }
                """
            ])
        #expect(try stack.attribute("one", of: "aws_x.y").target == #"module.m["a"].aws_sqs_queue.q arn"#)
        #expect(try stack.attribute("two", of: "aws_x.y").knownText == "x-3")
        let queue = try #require(stack.resources.first { $0.name.hasPrefix("module.m") })
        #expect(queue.body.member("name").origin.document.path == "main.tf")
        #expect(queue.body.member("name").origin.span.start.line == 1)
    }

    /// https://developer.hashicorp.com/terraform/language/files/override, "Merging Behavior".
    @Test("override files merge arguments and replace blocks, as in a configuration without a plan")
    func overrides() throws {
        let files = [
            "main.tf": """
            resource "aws_x" "y" {
              name = "a"
              size = 1
              part { a = 1 }
              part { a = 2 }
              dynamic "loop" {
                for_each = [1, 2]
                content { a = loop.value }
              }
              kept { a = 5 }
              lifecycle {
                create_before_destroy = true
                ignore_changes        = [name]
              }
            }
            """,
            "main_override.tf": """
            resource "aws_x" "y" {
              size = 2
              part { a = 3 }
              loop { a = 4 }
              lifecycle {
                ignore_changes = [size]
              }
            }
            """,
        ]
        let stack = try load(
            [
                Planned(
                    address: "aws_x.y",
                    values: """
                        {"name": "a", "size": 2, "part": [{"a": 3}], "loop": [{"a": 4}], "kept": [{"a": 5}]}
                        """)
            ], files: files)
        let alone = try configuration(files.map { ($0.key, $0.value) })
        for (path, text, file, line) in [
            ("name", "a", "main.tf", 2), ("size", "2", "main_override.tf", 2), ("part.a", "3", "main_override.tf", 3),
            ("loop.a", "4", "main_override.tf", 4), ("kept.a", "5", "main.tf", 10),
        ] {
            for body in [try #require(stack.resources.first).body, try alone.attribute("", of: "aws_x.y")] {
                let value = body.attribute(atPath: path.split(separator: ".").map(String.init))
                #expect(value.knownText == text, "\(path)")
                #expect(value.origin.document.path.hasSuffix(file), "\(path)")
                #expect(value.origin.span.start.line == line, "\(path)")
            }
        }
        for body in [try #require(stack.resources.first).body, try alone.attribute("", of: "aws_x.y")] {
            #expect(body.member(atPath: "lifecycle.ignore_changes").texts == ["size"])
            #expect(body.member(atPath: "lifecycle.create_before_destroy").knownText == "true")
        }
    }
}
