import Evaluation
import Testing
import YAMLBridge

@testable import Templates

/// Values of a plan at the places of the configuration beside it.
@Suite struct PlannedPlacementTests {
    /// A plan of one task definition with the file beside it.
    private func load(
        values: String, unknown: String = "{}", sensitive: String = "{}", expressions: String = "{}", _ source: String
    ) throws -> Value {
        let text = """
            {"format_version": "1.2", "variables": {"secret": {"value": "hunter2"}, "name": {"value": "worker"}},
             "planned_values": {"root_module": {"resources": [
               {"address": "aws_x.y[\\"k\\"]", "mode": "managed", "type": "aws_x", "name": "y", "index": "k",
                "values": \(values), "sensitive_values": \(sensitive)},
               {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
                "values": {"name": "jobs"}}]}},
             "resource_changes": [{"address": "aws_x.y[\\"k\\"]",
               "change": {"actions": ["create"], "after": {}, "after_unknown": \(unknown)}}],
             "configuration": {"root_module": {
               "variables": {"secret": {"sensitive": true}, "name": {}},
               "resources": [{"mode": "managed", "type": "aws_x", "name": "y", "expressions": \(expressions)}]}}}
            """
        let plan = try Document.parse(Array(text.utf8), path: "plan.json")
        let file = try Document.parse(Array(source.utf8), path: "main.tf")
        var options = LoadOptions()
        options.terraformFile = { path, plan in
            path == "./task.json" && plan == "plan.json" ? Array(#"{"queue": "${queue}", "n": 5}"#.utf8) : nil
        }
        let stack = try #require(
            Workload.load([plan], options: options, sources: { folder, _ in folder.isEmpty ? [file] : [] }).stacks.first)
        return try #require(stack.resources.first).body
    }

    @Test func valuesStandAtTheirAttributes() throws {
        let body = try load(
            values: #"{"name": "a", "other": 1, "block": [{"size": 2}, {"size": 1, "rest": 3}]}"#,
            """
            resource "aws_x" "y" {
              name = "a"
              block { size = 1 }
              block {
                size = 2
              }
            }
            """)
        #expect(body.member("name").origin.span.start == SourcePosition(line: 2, column: 3))
        #expect(body.member("other").origin.span.start == SourcePosition(line: 1, column: 1))
        #expect(body.member("absent").origin.span.end == SourcePosition(line: 1, column: 21))
        let blocks = body.member("block").elements
        #expect(blocks[0].member("size").origin.span.start == SourcePosition(line: 5, column: 5))
        #expect(blocks[1].member("size").origin.span.start == SourcePosition(line: 3, column: 11))
        #expect(blocks[1].member("rest").origin.span.start == SourcePosition(line: 3, column: 3))
        #expect(blocks[1].member("rest").origin.path == "block[1].rest")
        #expect(body.member("name").origin.resource == #"aws_x.y["k"]"#)
    }

    @Test func knownTextsPointIntoTheExpressionsThatMakeThem() throws {
        let body = try load(
            values: #"{"policy": "{\"a\":{\"b\":5}}"}"#,
            """
            locals {
              inner = { b = 5 }
            }
            resource "aws_x" "y" {
              policy = jsonencode({ a = local.inner })
            }
            """)
        let number = body.member(atPath: "policy.a.b")
        #expect(number.knownText == "5")
        #expect(number.origin.span.start == SourcePosition(line: 2, column: 13))
        #expect(number.origin.path == "policy.a.b")
        #expect(number.origin.resource == #"aws_x.y["k"]"#)
    }

    @Test func whatThePlanDoesNotKnowIsWorkedOut() throws {
        let body = try load(
            values: "{}", unknown: #"{"policy": true, "name": true}"#,
            expressions:
                #"{"policy": {"references": ["aws_sqs_queue.q.arn", "aws_sqs_queue.q"]}, "name": {"references": ["aws_sqs_queue.q.arn"]}}"#,
            """
            resource "aws_x" "y" {
              policy = jsonencode({ target = aws_sqs_queue.q.arn, count = 3, name = aws_sqs_queue.q.name, key = each.key })
              name   = "${var.name}-${aws_sqs_queue.q.arn}"
            }
            """)
        let policy = body.member("policy")
        #expect(policy.member("target").target == "aws_sqs_queue.q arn")
        #expect(policy.member("count").knownText == "3")
        #expect(policy.member("name").knownText == "jobs")
        #expect(policy.member("key").knownText == "k")
        guard case .text(let parts) = body.member("name").content, case .literal("worker-")? = parts.first else {
            Issue.record("name is \(body.member("name").content)")
            return
        }
    }

    @Test func secretsStayHidden() throws {
        let body = try load(
            values: "{}", unknown: #"{"name": true}"#, expressions: #"{"name": {"references": ["var.secret"]}}"#,
            "resource \"aws_x\" \"y\" {\n  name = \"x-${var.secret}-${aws_sqs_queue.q.arn}\"\n}\n")
        #expect(!"\(body)".contains("hunter2"))
    }

    /// The provider sorts the environment of containers by name, and a plan has the sorted text.
    @Test(arguments: ["false", "true"])
    func variablesStandWhereTheyAreWritten(isSensitive: String) throws {
        let body = try load(
            values:
                #"{"definition": "{\"environment\": [{\"name\": \"A\", \"value\": \"\"}, {\"name\": \"B\", \"value\": \"2\"}]}"}"#,
            sensitive: #"{"definition": \#(isSensitive)}"#,
            """
            resource "aws_x" "y" {
              definition = jsonencode({ environment = [
                { name = "B", value = "2" },
                { name = "A", value = "" },
              ] })
            }
            """)
        let variables = body.member(atPath: "definition.environment").elements
        #expect(variables.map { $0.member("name").knownText } == ["A", "B"])
        #expect(variables.map { $0.member("name").origin.span.start.line } == [4, 3])
        #expect(variables[1].member("value").knownText == "2")
        #expect(variables[1].member("value").origin.path == "definition.environment[1].value")
    }

    /// Terraform marks the whole text when one member of a `jsonencode` is sensitive.
    @Test func whatIsWrittenBesideASecretIsKnown() throws {
        let body = try load(
            values: #"{"definition": "[{\"name\": \"w\", \"cpu\": 5, \"token\": \"hunter2\"}]", "password": "literal"}"#,
            sensitive: #"{"definition": true, "password": true}"#,
            """
            resource "aws_x" "y" {
              definition = jsonencode([{ name = "w", cpu = 5, token = var.secret }])
              password   = "literal"
            }
            """)
        let container = try #require(body.member("definition").elements.first)
        #expect(container.member("name").knownText == "w")
        #expect(container.member("cpu").knownText == "5")
        #expect(container.member("token").isUnknown)
        #expect(!"\(container)".contains("hunter2"))
        // The provider calls this one a secret, however it is written.
        #expect(body.member("password").isUnknown)
    }

    @Test func lifecycleIsReadAndUnknownLoopsAreNotAbsent() throws {
        let body = try load(
            values: #"{"count": 1}"#, unknown: #"{"block": true}"#,
            """
            resource "aws_x" "y" {
              dynamic "block" {
                for_each = aws_sqs_queue.q.id
                content {}
              }
              lifecycle {
                ignore_changes = [desired_count, tags["a"]]
              }
            }
            """)
        #expect(body.member(atPath: "lifecycle.ignore_changes").texts == ["desired_count", #"tags["a"]"#])
        #expect(body.member("block").isUnknown)
    }

    @Test func anExpressionThatGivesNullLeavesTheChoiceToTheProvider() throws {
        let body = try load(
            values: "{}", unknown: #"{"launch_type": true}"#,
            expressions: #"{"launch_type": {"references": ["local.kind"]}}"#,
            """
            locals {
              kind = var.name == "worker" ? null : "FARGATE"
            }
            resource "aws_x" "y" {
              launch_type = local.kind
            }
            """)
        #expect(body.member("launch_type").isAbsent)
    }

    @Test func blocksOfALoopStandWhereTheirContentIsWritten() throws {
        let body = try load(
            values: #"{"rule": [{"size": 2, "target": null}, {"size": 1, "target": "b", "part": [{"label": "z"}]}]}"#,
            unknown: #"{"rule": [{"target": true}, {}]}"#,
            """
            locals {
              rules = {
                small = { size = 1, target = "b", parts = ["z"] }
                large = { size = 2, target = aws_sqs_queue.q.arn, parts = [] }
              }
            }
            resource "aws_x" "y" {
              dynamic "rule" {
                for_each = local.rules
                iterator = each_rule
                content {
                  size   = each_rule.value.size
                  target = each_rule.value.target
                  dynamic "part" {
                    for_each = each_rule.value.parts
                    content {
                      label = part.value
                    }
                  }
                }
              }
            }
            """)
        let rules = body.member("rule").elements
        #expect(rules[0].member("target").target == "aws_sqs_queue.q arn")
        #expect(rules[0].member("target").origin.path == "rule[0].target")
        #expect(rules[0].origin.span.start == SourcePosition(line: 8, column: 11))
        #expect(rules[1].member("size").origin.span.start == SourcePosition(line: 12, column: 7))
        #expect(rules[1].member("part").elements.first?.member("label").origin.span.start == SourcePosition(line: 17, column: 11))
    }

    @Test func templateFilesAreReadFromTheModulesFolder() throws {
        let body = try load(
            values: "{}", unknown: #"{"policy": true}"#,
            expressions: #"{"policy": {"references": ["path.module", "aws_sqs_queue.q.arn", "aws_sqs_queue.q"]}}"#,
            """
            resource "aws_x" "y" {
              policy = templatefile("${path.module}/task.json", { queue = aws_sqs_queue.q.arn })
            }
            """)
        let policy = body.member("policy").unwrappedJSON
        #expect(policy.member("n").knownText == "5")
        #expect(policy.member("n").origin.span.start == SourcePosition(line: 2, column: 3))
        #expect(policy.member("queue").target == "aws_sqs_queue.q arn")
    }

    @Test func blocksThatAPlanDoesNotKnowAtAllAreThoseOfTheConfiguration() throws {
        let body = try load(
            values: "{}", unknown: #"{"condition": true}"#,
            """
            resource "aws_x" "y" {
              dynamic "condition" {
                for_each = { a = aws_sqs_queue.q.arn }
                content {
                  test = condition.key
                  part {
                    values = [condition.value]
                  }
                }
              }
            }
            """)
        let condition = try #require(body.member("condition").elements.first)
        #expect(condition.member("test").knownText == "a")
        #expect(condition.member("part").block.member("values").elements.map(\.target) == ["aws_sqs_queue.q arn"])
    }

    /// As a plan of provider 5.100 has a group whose `mixed_instances_policy` is in a `dynamic` block.
    @Test func whatNobodyWritesInABlockOfALoopIsTheProvidersToChoose() throws {
        let source = """
            resource "aws_x" "y" {
              dynamic "policy" {
                for_each = [1]
                content {
                  template = aws_sqs_queue.q.arn
                }
              }
            }
            """
        let values = #"{"policy": [{"size": 1}]}"#
        let unknown = #"{"policy": [{"override": true, "template": true}]}"#
        let policy = try #require(try load(values: values, unknown: unknown, source).member("policy").elements.first)
        #expect(policy.member("override").isAbsent)
        #expect(policy.member("template").target == "aws_sqs_queue.q arn")
        // Without the configuration the loop may write it.
        let alone = try #require(try load(values: values, unknown: unknown, "").member("policy").elements.first)
        #expect(alone.member("override").isUnknown)
    }

    /// A plan knows the document of a data source that depends on nothing new.
    @Test func aKnownPolicyDocumentStandsInItsStatements() throws {
        let json = #"{\"Statement\":[{\"Action\":\"sqs:*\",\"Effect\":\"Allow\",\"Resource\":\"*\"}],\"Version\":\"2012-10-17\"}"#
        let text = #"""
            {"format_version": "1.2",
             "planned_values": {"root_module": {"resources": [
               {"address": "aws_x.y", "mode": "managed", "type": "aws_x", "name": "y", "values": {"policy": "\#(json)"}}]}},
             "prior_state": {"values": {"root_module": {"resources": [
               {"address": "data.aws_iam_policy_document.d", "mode": "data", "type": "aws_iam_policy_document", "name": "d",
                "values": {"json": "\#(json)", "statement": [
                  {"actions": ["sqs:*"], "effect": "Allow", "resources": ["*"], "sid": "", "condition": []}]}}]}}},
             "configuration": {"root_module": {"resources": [
               {"mode": "data", "type": "aws_iam_policy_document", "name": "d", "expressions": {"statement": [
                 {"actions": {"constant_value": ["sqs:*"]}, "resources": {"constant_value": ["*"]}}]}},
               {"mode": "managed", "type": "aws_x", "name": "y", "expressions":
                 {"policy": {"references": ["data.aws_iam_policy_document.d.json", "data.aws_iam_policy_document.d"]}}}]}}}
            """#
        let source = """
            data "aws_iam_policy_document" "d" {
              statement {
                actions   = ["sqs:*"]
                resources = ["*"]
              }
            }
            resource "aws_x" "y" {
              policy = data.aws_iam_policy_document.d.json
            }
            """
        let plan = try Document.parse(Array(text.utf8), path: "plan.json")
        let file = try Document.parse(Array(source.utf8), path: "main.tf")
        let stack = try #require(Workload.load([plan], sources: { folder, _ in folder.isEmpty ? [file] : [] }).stacks.first)
        let action = try stack.attribute("policy", of: "aws_x.y").unwrappedJSON.member("Statement").elements.first?.member(
            "Action")
        #expect(action?.knownText == "sqs:*")
        #expect(action?.origin.span.start.line == 3)
        #expect(action?.origin.resource == "aws_x.y")
    }
}
