import Evaluation
import Testing
import YAMLBridge

@testable import Templates

/// What OpenTofu has and Terraform has not.
@Suite("OpenTofu")
struct OpenTofuTests {
    private static func queue(_ name: String, _ more: String = "") -> String {
        #"{"resource": {"aws_sqs_queue": {"\#(name)": {"name": "jobs"\#(more)}}}}"#
    }

    @Test("its file takes the place of the one with the same name for Terraform")
    func shadowedFiles() throws {
        let stacks = try configuration([
            ("main.tf.json", Self.queue("old")), ("main.tofu.json", Self.queue("new")), ("more.tf.json", Self.queue("more")),
        ])
        #expect(stacks.addresses.sorted() == ["aws_sqs_queue.more", "aws_sqs_queue.new"])
    }

    @Test(
        "a block may be switched off",
        arguments: [
            ("true", ["aws_sqs_queue.q"]), ("\"${var.on}\"", ["aws_sqs_queue.q"]), ("false", []), ("\"${!var.on}\"", []),
        ])
    func enabled(_ value: String, _ expected: [String]) throws {
        let text =
            #"{"variable": {"on": {"default": true}}, "resource": {"aws_sqs_queue": {"q": {"lifecycle": {"enabled": \#(value)}}}}}"#
        #expect(try configuration(text).addresses == expected)
    }

    @Test("one that may be switched off exists by a condition")
    func perhapsEnabled() throws {
        let text = #"{"variable": {"on": {}}, "resource": {"aws_sqs_queue": {"q": {"lifecycle": [{"enabled": "${var.on}"}]}}}}"#
        let resource = try #require(try configuration(text).flatMap(\.resources).first)
        #expect(resource.name == "aws_sqs_queue.q")
        #expect(resource.existence != .always && resource.existence != .never)
    }

    @Test("the source of a module may hold variables")
    func earlyVariables() throws {
        let main = #"{"variable": {"kind": {"default": "queue"}}, "module": {"m": {"source": "./${var.kind}"}}}"#
        let stacks = try configuration([("main.tf.json", main), ("infra/queue/main.tf.json", Self.queue("q"))])
        #expect(stacks.addresses == ["module.m.aws_sqs_queue.q"])
        #expect(stacks.problems.isEmpty)
    }

    @Test("a source that is not known is said, with what would make it known")
    func unknownSource() throws {
        let main = #"{"variable": {"kind": {}}, "module": {"m": {"source": "./${var.kind}"}}}"#
        let problems = try configuration(main).problems
        #expect(problems.map(\.message) == ["the source of module module.m is not known"])
    }

    @Test("an encrypted state is refused with what to do")
    func encryptedState() throws {
        let text = #"{"serial": 1, "lineage": "x", "meta": {}, "encrypted_data": "AAAA", "encryption_version": "v0"}"#
        let document = try Document.parse(Array(text.utf8), path: "terraform.tfstate")
        let refusal = try #require(TerraformDocument.refusal(of: document))
        #expect(refusal.message == "this file is encrypted by OpenTofu")
        #expect(refusal.help.contains("tofu show -json"))
    }
}
