import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Copies of modules from elsewhere")
struct InstalledModuleTests {
    private static let copy = """
        {"variable": {"size": {}}, "resource": {"aws_sqs_queue": {"this": {"visibility_timeout_seconds": "${var.size}", "kms_master_key_id": "${var.nothing}"}}},
         "output": {"box": {"value": {"size": "${var.size}"}}}}
        """
    private static let main = """
        {"module": {"jobs": {"source": "acme/queue/aws", "size": 50000}},
         "resource": {"t": {"u": {"x": "${module.jobs.box}"}}}}
        """

    private func stacks(_ modules: String, main: String = InstalledModuleTests.main) throws -> [Stack] {
        var options = LoadOptions()
        options.terraformFile = { path, _ in path == InstalledModules.path ? Array(#"{"Modules": [\#(modules)]}"#.utf8) : nil }
        return try configuration(
            [("main.tf.json", main), ("infra/.terraform/modules/jobs/main.tf.json", Self.copy)], options: options)
    }

    @Test("are read with the values of the call, and stand at the call")
    func read() throws {
        let stacks = try stacks(
            #"{"Key": "jobs", "Source": "registry.terraform.io/acme/queue/aws", "Dir": ".terraform/modules/jobs"}"#)
        #expect(stacks.map(\.document.path) == ["infra/main.tf.json"])
        #expect(stacks.addresses == ["t.u", "module.jobs.aws_sqs_queue.this"])
        #expect(stacks[0].resourceCount == 2)
        let size = try stacks.attribute("visibility_timeout_seconds", of: "module.jobs.aws_sqs_queue.this")
        #expect(size.knownText == "50000" && size.origin.document.path == "infra/main.tf.json")
        #expect(size.origin.resource == "module.jobs.aws_sqs_queue.this")
        #expect(try stacks.attribute("x.size", of: "t.u").origin.document.path == "infra/main.tf.json")
        // What is wrong in somebody else's module is not the author's to put right.
        #expect(stacks.problems.isEmpty && stacks[0].open.isEmpty)
    }

    @Test(
        "of another source, or outside, are not read",
        arguments: [
            #"{"Key": "jobs", "Source": "registry.terraform.io/acme/queues/aws", "Dir": ".terraform/modules/jobs"}"#,
            #"{"Key": "jobs", "Source": "registry.terraform.io/acme/queue/aws", "Dir": "/etc"}"#,
            #"{"Key": "job", "Dir": ".terraform/modules/jobs"}"#, "",
        ])
    func unread(_ modules: String) throws {
        let stacks = try stacks(modules)
        #expect(stacks.addresses == ["t.u"])
        #expect(stacks.problems.map(\.code) == [.nestedTemplateNotFound])
        #expect(stacks[0].open.count == 1)
    }

    @Test(
        "that are not made are missed by no one",
        arguments: [#""count": 0"#, #""for_each": {}"#, #""count": "${var.on ? 1 : 0}""#])
    func notMade(_ argument: String) throws {
        let main = #"{"variable": {"on": {"default": false}}, "module": {"jobs": {"source": "acme/queue/aws", \#(argument)}}}"#
        let stacks = try stacks("", main: main)
        #expect(stacks.problems.isEmpty && stacks[0].open.isEmpty)
    }

    @Test("more copies than a run takes are said, by name")
    func bounds() throws {
        var options = LoadOptions()
        options.limits.stacks = 3
        let main = #"{"module": {"m": {"source": "./m", "count": 5}}}"#
        let stacks = try configuration([("main.tf.json", main), ("infra/m/main.tf.json", "{}")], options: options)
        #expect(
            stacks[0].exceededLimits.map(\.message) == [
                "the run has more than 3 stacks: left out are module.m[3], module.m[4]"
            ])
    }
}
