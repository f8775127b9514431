import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite struct StateTests {
    @Test func readsTheValuesOfAShownState() throws {
        let state = try loadTerraform(
            """
            {"format_version": "1.0", "terraform_version": "1.9.0", "values": {
              "outputs": {"url": {"sensitive": false, "value": "https://q"}, "key": {"sensitive": true, "value": "k"}},
              "root_module": {"resources": [], "child_modules": [{"address": "module.m", "resources": [
                {"address": "module.m.aws_sqs_queue.q[0]", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
                 "index": 0, "values": {"arn": "a", "policy": "", "tags": {"a": ""}, "name": "secret"},
                 "sensitive_values": {"name": true}}]}]}}}
            """)
        #expect(state.kind == .terraformState)
        #expect(state.isConfidential)
        #expect(state.outputs.map(\.knownText) == ["https://q"])
        #expect(try state.attribute("arn", of: "module.m.aws_sqs_queue.q[0]").knownText == "a")
        #expect(try state.attribute("policy", of: "module.m.aws_sqs_queue.q[0]").isAbsent)
        #expect(try state.attribute("tags.a", of: "module.m.aws_sqs_queue.q[0]").knownText == "")
        #expect(try state.attribute("name", of: "module.m.aws_sqs_queue.q[0]").isUnknown)
    }

    @Test func readsStateFiles() throws {
        let state = try loadTerraform(
            """
            {"version": 4, "terraform_version": "1.9.0", "serial": 1, "lineage": "x", "resources": [
              {"module": "module.a[\\"x\\"]", "mode": "managed", "type": "aws_sqs_queue", "name": "q", "instances": [
                {"index_key": "k\\"1", "attributes": {"name": "n", "block": [{"key": "secret"}]},
                 "sensitive_attributes": [[{"type": "get_attr", "value": "block"},
                   {"type": "index", "value": {"value": 0, "type": "number"}}, {"type": "get_attr", "value": "key"}]]},
                {"index_key": "k2", "attributes_flat": {"name": "old"}},
                {"index_key": "k\\"1", "deposed": "12", "attributes": {}}]},
              {"mode": "data", "type": "aws_region", "name": "here", "instances": [{"attributes": {}}]}]}
            """)
        let address = #"module.a["x"].aws_sqs_queue.q["k\"1"]"#
        #expect(state.resources.map(\.name) == [address, #"module.a["x"].aws_sqs_queue.q["k2"]"#, "data.aws_region.here"])
        #expect(state.resourceCount == 2)
        #expect(state.isConfidential)
        #expect(try state.attribute("name", of: address).knownText == "n")
        #expect(try state.attribute("block", of: address).elements.first?.member("key").isUnknown == true)
        #expect(try state.attribute("name", of: state.resources[1].name).isUnknown)
    }

    @Test(arguments: [
        (#"{"version": 3, "terraform_version": "0.11.1", "serial": 1, "modules": []}"#, "version 3"),
        (#"{"format_version": "2.0", "planned_values": {}}"#, "format 2.0"),
    ])
    func refusesFormsThatItDoesNotKnow(text: String, message: String) throws {
        let document = try Document.parse(Array(text.utf8), path: "a.json")
        let refusal = try #require(TerraformDocument.refusal(of: document))
        #expect(refusal.message.contains(message))
        #expect(refusal.span?.start.line == 1)
    }

    @Test(arguments: [
        #"{"format_version": "1.0"}"#, #"{"format_version": "0.1", "values": {}}"#,
        #"{"format_version": "1.2", "planned_values": {"root_module": 7}, "resource_changes": {"a": 1}}"#,
        #"{"planned_values": {"root_module": {"resources": [7, {}, null], "child_modules": [[], {}]}}}"#,
        #"{"version": 4, "terraform_version": "1", "resources": [{"instances": 7}, {"instances": [7]}, 1]}"#,
    ])
    func oddShapesAreRead(text: String) throws {
        _ = try loadTerraform(text)
    }
}
