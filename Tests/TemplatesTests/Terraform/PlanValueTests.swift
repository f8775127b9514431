import Evaluation
import Testing
import YAMLBridge

@testable import Templates

/// What is known, absent and unknown in a plan's values.
@Suite struct PlanValueTests {
    @Test func whatIsNotWrittenAndUnknownIsAbsent() throws {
        let plan = try loadTerraform(planText(values: "{}", unknown: #"{"redrive_policy": true, "arn": true}"#))
        #expect(try plan.attribute("redrive_policy", of: "aws_sqs_queue.q").isAbsent)
    }

    @Test func writtenAndUnknownIsUnknownAndLinks() throws {
        let plan = try loadTerraform(
            planText(
                values: "{}", unknown: #"{"redrive_policy": true, "kms_master_key_id": true, "delay_seconds": true}"#,
                expressions: """
                    {"redrive_policy": {"references": ["aws_sqs_queue.dlq.arn", "aws_sqs_queue.dlq"]},
                     "kms_master_key_id": {"references": ["aws_sqs_queue.dlq.arn", "aws_sqs_queue.dlq"]},
                     "delay_seconds": {}}
                    """))
        let policy = try plan.attribute("redrive_policy", of: "aws_sqs_queue.q")
        #expect(policy.isUnknown && policy.mentioned == ["aws_sqs_queue.dlq arn"])
        #expect(try plan.attribute("kms_master_key_id", of: "aws_sqs_queue.q").target == "aws_sqs_queue.dlq arn")
        let delay = try plan.attribute("delay_seconds", of: "aws_sqs_queue.q")
        guard case .unknown(_, mayBeAbsent: true) = delay.content else {
            Issue.record("delay_seconds is \(delay.content)")
            return
        }
    }

    @Test func valuesThatNobodyWroteAreTheProviders() throws {
        let plan = try loadTerraform(
            planText(
                values: #"{"name": "q", "delay_seconds": 0, "max_message_size": 262144, "policy": "", "tags": null}"#,
                expressions: #"{"name": {"constant_value": "q"}, "delay_seconds": {"constant_value": null}}"#))
        func attribute(_ name: String) throws -> Value { try plan.attribute(name, of: "aws_sqs_queue.q") }
        #expect(try attribute("name").knownText == "q")
        #expect(try !attribute("name").isProviders)
        #expect(try attribute("delay_seconds").isProviders)
        #expect(try attribute("max_message_size").isProviders)
        #expect(try attribute("policy").isAbsent)
        #expect(try attribute("tags").isAbsent)
    }

    @Test func plansWithoutConfigurationTellNothingOfWhatIsWritten() throws {
        let text = planText(values: #"{"delay_seconds": 0}"#, unknown: #"{"redrive_policy": true}"#)
        let plan = try loadTerraform(text.replacing("\"configuration\"", with: "\"other\""))
        #expect(try plan.attribute("redrive_policy", of: "aws_sqs_queue.q").isUnknown)
        #expect(try !plan.attribute("delay_seconds", of: "aws_sqs_queue.q").isProviders)
    }

    @Test func nestedBlocksAreMatchedByTheirLiterals() throws {
        let plan = try loadTerraform(
            planText(
                values: #"{"block": [{"kind": "b", "size": 1}, {"kind": "a"}]}"#,
                unknown: #"{"block": [{"target": true}, {"target": true, "other": true}]}"#,
                expressions: """
                    {"block": [{"kind": {"constant_value": "a"}, "target": {"references": ["aws_sqs_queue.dlq.arn"]}},
                               {"kind": {"constant_value": "b"}}]}
                    """))
        let blocks = try plan.attribute("block", of: "aws_sqs_queue.q").elements
        #expect(blocks[0].member("target").isAbsent)
        #expect(blocks[0].member("size").isProviders)
        #expect(blocks[1].member("target").target == "aws_sqs_queue.dlq arn")
        #expect(blocks[1].member("other").isAbsent)
    }

    @Test func dynamicBlocksAreNotTakenForTheProviders() throws {
        let plan = try loadTerraform(
            planText(values: #"{"block": [{"size": 1}]}"#, unknown: #"{"block": [{"target": true}]}"#))
        let block = try #require(plan.attribute("block", of: "aws_sqs_queue.q").elements.first)
        #expect(!block.member("size").isProviders)
        #expect(block.member("target").isUnknown)
    }

    @Test func sensitiveTextsKeepTheStructureOfTheirJSON() throws {
        let plan = try loadTerraform(
            planText(
                values: #"{"policy": "{\"a\": [\"hunter2\", true, 7]}", "name": "hunter2", "fifo_queue": true}"#,
                sensitive: #"{"policy": true, "name": true, "fifo_queue": true}"#))
        #expect(plan.isConfidential)
        #expect(try plan.attribute("name", of: "aws_sqs_queue.q").isUnknown)
        #expect(try plan.attribute("fifo_queue", of: "aws_sqs_queue.q").knownText == "true")
        let list = try plan.attribute("policy.a", of: "aws_sqs_queue.q").elements
        #expect(list.map(\.knownText) == [nil, "true", nil])
    }

    @Test func deletionsAndDriftAreLeftOut() throws {
        let plan = try loadTerraform(
            """
            {"format_version": "1.0", "resource_drift": [{"address": "aws_sqs_queue.drifted"}],
             "resource_changes": [
               {"address": "aws_sqs_queue.gone", "type": "aws_sqs_queue", "name": "gone",
                "change": {"actions": ["delete"], "before": {}, "after": null}},
               {"address": "aws_sqs_queue.new", "type": "aws_sqs_queue", "name": "new",
                "change": {"actions": ["delete", "create"], "before": {}, "after": {"name": "n"}}},
               {"address": "aws_sqs_queue.new", "deposed": "12ab", "type": "aws_sqs_queue", "name": "new",
                "change": {"actions": ["delete"], "before": {}, "after": null}}]}
            """)
        #expect(plan.resources.map(\.name) == ["aws_sqs_queue.new"])
        #expect(try plan.attribute("name", of: "aws_sqs_queue.new").knownText == "n")
    }

    @Test func dataSourcesReadBeforeAreTakenFromThePriorState() throws {
        let plan = try loadTerraform(
            planText(
                values: "{}",
                more: """
                    "prior_state": {"values": {"root_module": {"resources": [
                      {"address": "data.aws_sqs_queue.old", "mode": "data", "type": "aws_sqs_queue", "name": "old",
                       "values": {"arn": "arn:aws:sqs:eu-west-1:1:old"}},
                      {"address": "aws_sqs_queue.deleted", "mode": "managed", "type": "aws_sqs_queue",
                       "name": "deleted", "values": {}}]}}},
                    """))
        #expect(plan.resources.map(\.name) == ["aws_sqs_queue.q", "aws_sqs_queue.dlq", "data.aws_sqs_queue.old"])
        #expect(plan.resourceCount == 2)
    }

    @Test func policyDocumentsAreMadeOfTheirStatements() throws {
        let plan = try loadTerraform(
            """
            {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
               {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q", "values": {}},
               {"address": "aws_sqs_queue_policy.p", "mode": "managed", "type": "aws_sqs_queue_policy", "name": "p",
                "values": {}},
               {"address": "data.aws_iam_policy_document.d", "mode": "data", "type": "aws_iam_policy_document",
                "name": "d", "values": {"statement": [{"actions": ["sqs:SendMessage"], "resources": [null]}]}}]}},
             "resource_changes": [
               {"address": "aws_sqs_queue_policy.p", "change": {"actions": ["create"], "after": {},
                "after_unknown": {"policy": true}}},
               {"address": "data.aws_iam_policy_document.d", "change": {"actions": ["read"], "after": {},
                "after_unknown": {"json": true, "statement": [{"resources": [true]}]}}}],
             "configuration": {"root_module": {"resources": [
               {"mode": "managed", "type": "aws_sqs_queue_policy", "name": "p", "expressions":
                 {"policy": {"references": ["data.aws_iam_policy_document.d.json", "data.aws_iam_policy_document.d"]}}},
               {"mode": "data", "type": "aws_iam_policy_document", "name": "d", "expressions": {"statement": [
                 {"actions": {"constant_value": ["sqs:SendMessage"]},
                  "resources": {"references": ["aws_sqs_queue.q.arn", "aws_sqs_queue.q"]}}]}}]}}}
            """)
        let statement = try plan.attribute("policy.Statement", of: "aws_sqs_queue_policy.p").elements.first
        #expect(statement?.member("Resource").elements.first?.target == "aws_sqs_queue.q arn")
    }

    @Test func resourcesThatNobodyLooksIntoKeepWhatTheyAreMadeOf() throws {
        let text = planText(
            values: #"{"name": "n"}"#, unknown: #"{"other": true}"#,
            expressions: #"{"other": {"references": ["aws_sqs_queue.dlq.arn", "aws_sqs_queue.dlq"]}}"#
        ).replacing(
            #""aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue""#,
            with: #""aws_other.q", "mode": "managed", "type": "aws_other""#)
        func body(types: Set<String>, words: [String]) throws -> Value {
            var options = LoadOptions(terraformTypes: types)
            options.terraformWords = ScalarSearch(words)
            let document = try Document.parse(Array(text.utf8), path: "plan.json")
            let stack = try #require(Workload.load([document], options: options).stacks.first)
            return try #require(stack.resources.first).body
        }
        #expect(try body(types: ["aws_other"], words: []).member("name").knownText == "n")
        #expect(try body(types: [], words: ["a", "name"]).member("name").knownText == "n")
        let unread = try body(types: ["aws_sqs_queue"], words: ["nam"])
        #expect(unread.isUnknown)
        #expect(unread.mentioned == ["aws_sqs_queue.dlq arn"])
        // Nobody asks for what nobody looks into either.
        #expect(try body(types: ["aws_sns_topic"], words: []).mentioned.isEmpty)
    }

    @Test(arguments: [
        // All that it is made of is known, so that only null can be unknown.
        (#"["var.on_spot"]"#, "absent"), (#"["each.key", "path.module"]"#, "absent"),
        // What it is made of is not known, or nothing is told of it.
        (#"["local.kind"]"#, "unknown"), ("[]", "unknown"), (#"["aws_sqs_queue.gone.arn", "aws_sqs_queue.gone"]"#, "unknown"),
        (#"["module.gone.kind", "module.gone"]"#, "unknown"), (#"["var.on_spot", "aws_sqs_queue.dlq"]"#, "unknown"),
    ])
    func whatIsMadeOfKnownValuesAndUnknownIsNull(_ references: String, _ expected: String) throws {
        let plan = try loadTerraform(
            planText(
                values: "{}", unknown: #"{"launch_type": true}"#, expressions: #"{"launch_type": {"references": \#(references)}}"#
            ))
        let value = try plan.attribute("launch_type", of: "aws_sqs_queue.q")
        #expect((value.isAbsent ? "absent" : value.isUnknown ? "unknown" : "known") == expected)
    }

    @Test(arguments: [
        ("name", "name", false), ("name_prefix", "name", false), ("family", "name", false), ("kms_master_key_id", "arn", true),
        ("name_prefix", "arn", true), ("queue_url", "id", true), ("resource_id", "resource_id", true),
    ])
    func aNameMayBePartOfALongerText(_ attribute: String, _ taken: String, _ isTaken: Bool) throws {
        let references = #"["aws_sqs_queue.dlq.\#(taken)", "aws_sqs_queue.dlq"]"#
        let plan = try loadTerraform(
            planText(
                values: "{}", unknown: #"{"\#(attribute)": true}"#,
                expressions: #"{"\#(attribute)": {"references": \#(references)}}"#))
        let value = try plan.attribute(attribute, of: "aws_sqs_queue.q")
        // `aws_sqs_queue.dlq.name` itself would be the name of another resource of the same kind.
        let isReference = value.target == "aws_sqs_queue.dlq \(taken)"
        #expect(isReference == (isTaken || attribute == taken))
        #expect(isReference || value.mentioned == ["aws_sqs_queue.dlq \(taken)"])
    }

    @Test(arguments: [
        (#"{}"#, #"{"aws": {"expressions": {"region": {"constant_value": "eu-west-1"}}}}"#, "aws", "eu-west-1"),
        (
            #"{"region": "eu-north-1"}"#, #"{"aws": {"expressions": {"region": {"constant_value": "eu-west-1"}}}}"#, "aws",
            "eu-north-1"
        ),
        (
            #"{}"#, #"{"aws": {"expressions": {}}, "aws.west": {"expressions": {"region": {"references": ["var.where"]}}}}"#,
            "aws.west", "us-west-2"
        ),
        (#"{}"#, #"{"module.a:aws": {"expressions": {"region": {"references": ["var.where"]}}}}"#, "module.a:aws", nil),
    ])
    func aResourceIsInItsOwnRegionOrInThatOfItsProvider(
        _ values: String, _ providers: String, _ key: String, _ region: String?
    ) throws {
        let plan = try loadTerraform(
            """
            {"format_version": "1.2", "variables": {"where": {"value": "us-west-2"}}, "planned_values": {"root_module": {"resources": [
              {"address": "aws_ecs_service.s", "mode": "managed", "type": "aws_ecs_service", "name": "s", "values": \(values)},
              {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q", "values": {"region": "sa-east-1"}}]}},
             "resource_changes": [], "configuration": {"provider_config": \(providers), "root_module": {"resources": [
               {"mode": "managed", "type": "aws_ecs_service", "name": "s", "provider_config_key": "\(key)", "expressions": {}}]}}}
            """)
        #expect(plan.region == region)
    }
}
