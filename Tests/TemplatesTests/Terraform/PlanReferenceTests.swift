import Evaluation
import Testing

@testable import Templates

/// Where unknown values of a real plan lead, through instances, inputs and outputs of modules.
@Suite struct PlanReferenceTests {
    private let plan: Stack

    init() throws {
        plan = try loadPlan(named: "modules")
    }

    @Test(arguments: [
        (#"terraform_data.second["a"]"#, "input", #"terraform_data.first["a"]"#),
        (#"terraform_data.chained["b"]"#, "input", #"terraform_data.first["b"] id"#),
        (#"module.m["b"].terraform_data.inner[0]"#, "input", #"terraform_data.first["b"]"#),
        ("terraform_data.user", "input", #"module.m["a"].terraform_data.inner[0] id"#),
        ("terraform_data.user", "triggers_replace.q", #"module.m["b"].terraform_data.inner[0] id"#),
        (#"terraform_data.users["b"]"#, "input", #"module.m["b"].terraform_data.inner[0] id"#),
    ])
    func oneResourcesValueIsAReference(address: String, path: String, target: String) throws {
        #expect(try plan.attribute(path, of: address).target == target)
    }

    /// As Terraform 1.11 and provider 5.100 write it: what depends on a resource that is not made yet is read on apply.
    @Test(arguments: [
        ("aws_sqs_queue.q.name", "aws_sqs_queue.q", "aws_sqs_queue.q url"),
        ("aws_sns_topic.t.name", "aws_sns_topic.t", "data.aws_sqs_queue.found url"),
    ])
    func aDataSourceThatLooksUpAResourceOfThePlanIsThatResource(name: String, resource: String, target: String) throws {
        let found = #"{"address": "data.aws_sqs_queue.found", "mode": "data", "type": "aws_sqs_queue", "name": "found""#
        let text = planText(
            values: #"{"visibility_timeout_seconds": 30}"#, unknown: #"{"name": true, "arn": true}"#,
            more: #""variables": {}, "#
        ).replacing(
            #""name": "dlq", "values": {}}]}}"#,
            with: #"""
                "name": "dlq", "values": {}},
                {"address": "aws_sns_topic.t", "mode": "managed", "type": "aws_sns_topic", "name": "t", "values": {}},
                {"address": "aws_sqs_queue_policy.p", "mode": "managed", "type": "aws_sqs_queue_policy", "name": "p", "values": {}},
                \#(found), "values": {"tags": null}}]}}
                """#
        ).replacing(
            #""resource_changes": ["#,
            with: #"""
                "resource_changes": [
                {"address": "aws_sqs_queue_policy.p", "change": {"actions": ["create"], "after": {}, "after_unknown": {"queue_url": true}}},
                \#(found), "change": {"actions": ["read"], "before": null, "after": {},
                  "after_unknown": {"arn": true, "id": true, "name": true, "url": true}}},
                """#
        ).replacing(
            #""configuration": {"root_module": {"resources": ["#,
            with: #"""
                "configuration": {"root_module": {"resources": [
                {"address": "aws_sns_topic.t", "mode": "managed", "type": "aws_sns_topic", "name": "t", "expressions": {}},
                \#(found), "expressions": {"name": {"references": ["\#(name)", "\#(resource)"]}}},
                {"address": "aws_sqs_queue_policy.p", "mode": "managed", "type": "aws_sqs_queue_policy", "name": "p",
                 "expressions": {"queue_url": {"references": ["data.aws_sqs_queue.found.url", "data.aws_sqs_queue.found"]}}},
                """#)
        #expect(try loadTerraform(text).attribute("queue_url", of: "aws_sqs_queue_policy.p").target == target)
    }

    @Test func textsOfSeveralPartsMentionTheirResources() throws {
        let text = try plan.attribute("input", of: "terraform_data.third[1]")
        #expect(text.isUnknown)
        #expect(text.mentioned == [#"terraform_data.second["a"] id"#])
        #expect(text.unknownReasons.map(\.text) == ["a plan does not tell what local.prefix is"])
    }

    @Test func membersOfObjectsMentionWhatTheObjectIsMadeOf() throws {
        let member = try plan.attribute("input", of: #"module.m["a"].terraform_data.other"#)
        #expect(member.mentioned == ["terraform_data.fourth id"])
    }

    @Test func unknownElementsAreTheExpressionsResourcesInOrder() throws {
        let list = try plan.attribute("triggers_replace", of: "terraform_data.fourth")
        #expect(list.elements.map(\.target) == ["terraform_data.third[0] id", "terraform_data.third[1] id", nil])
        #expect(list.texts == [nil, nil, "x"])
        let splat = try plan.attribute("input", of: "terraform_data.splat")
        #expect(splat.elements.map(\.target) == ["terraform_data.third[0]", "terraform_data.third[1]"])
    }

    @Test func outputsOfTheRootAreGivenOut() {
        #expect(plan.outputs.map(\.target) == [#"module.m["a"].terraform_data.inner[0] id"#])
    }

    @Test func countsManagedResourcesAndKeepsDataSources() {
        #expect(plan.kind == .terraformPlan)
        #expect(plan.resourceCount == 18)
        #expect(plan.resources.map(\.type).filter { $0.hasPrefix("data.") } == ["data.terraform_remote_state"])
    }

    @Test func secretsAreUnknownAndTheTextIsWithheld() throws {
        #expect(plan.isConfidential)
        let secret = try plan.attribute("input", of: "terraform_data.secret")
        #expect(secret.unknownReasons.map(\.text) == ["its value is sensitive"])
        let inner = try plan.attribute("input", of: #"terraform_data.first["a"]"#)
        #expect(inner.member("secret").isUnknown)
        #expect(inner.member("name").knownText == "a")
    }

    @Test(arguments: [
        ("aws_sqs_queue.q.arn", ["aws_sqs_queue", "q", "arn"]),
        (#"module.m["a.b]\""].out[0].x"#, ["module", "m", #"["a.b]\""]"#, "out", "[0]", "x"]),
        ("", []), ("...", []), ("[", ["["]), (#"a[""#, ["a", #"[""#]),
    ])
    func splitsReferences(text: String, steps: [String]) {
        #expect(TerraformReference.steps(of: text) == steps)
    }

    @Test func aModulesOutputIsThatOfTheInstanceOfTheSameKey() throws {
        let plan = try loadTerraform(
            #"""
            {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
               {"address": "aws_sns_topic_subscription.s[\"a\"]", "mode": "managed", "type": "aws_sns_topic_subscription",
                "name": "s", "index": "a", "values": {}}],
              "child_modules": [
               {"address": "module.q[\"a\"]", "resources": [{"address": "module.q[\"a\"].aws_sqs_queue.this", "mode": "managed",
                 "type": "aws_sqs_queue", "name": "this", "values": {}}]},
               {"address": "module.q[\"b\"]", "resources": [{"address": "module.q[\"b\"].aws_sqs_queue.this", "mode": "managed",
                 "type": "aws_sqs_queue", "name": "this", "values": {}}]}]}},
             "resource_changes": [{"address": "aws_sns_topic_subscription.s[\"a\"]",
               "change": {"actions": ["create"], "after": {}, "after_unknown": {"endpoint": true}}}],
             "configuration": {"root_module": {
               "resources": [{"mode": "managed", "type": "aws_sns_topic_subscription", "name": "s",
                 "for_each_expression": {"references": ["module.q"]},
                 "expressions": {"endpoint": {"references": ["each.value.arn", "each.value"]}}}],
               "module_calls": {"q": {"for_each_expression": {}, "module": {
                 "outputs": {"arn": {"expression": {"references": ["aws_sqs_queue.this.arn", "aws_sqs_queue.this"]}}},
                 "resources": [{"mode": "managed", "type": "aws_sqs_queue", "name": "this", "expressions": {}}]}}}}}}
            """#)
        let endpoint = try plan.attribute("endpoint", of: #"aws_sns_topic_subscription.s["a"]"#)
        #expect(endpoint.target == #"module.q["a"].aws_sqs_queue.this arn"#)
    }
}
