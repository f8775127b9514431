import Rules
import TestSupport
import Testing
import Workspace

@Suite("The configuration beside a plan")
struct TerraformSourceTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static func plan(source: String) -> String {
        """
        {"format_version": "1.2", "terraform_version": "1.9.0",
         "planned_values": {"root_module": {"resources": [
           {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
            "values": {"visibility_timeout_seconds": 50000}}],
          "child_modules": [{"address": "module.m", "resources": [
           {"address": "module.m.aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
            "values": {"visibility_timeout_seconds": 50000}}]}]}},
         "configuration": {"root_module": {
           "resources": [{"mode": "managed", "type": "aws_sqs_queue", "name": "q", "expressions": {}}],
           "module_calls": {"m": {"source": "\(source)", "module": {
             "resources": [{"mode": "managed", "type": "aws_sqs_queue", "name": "q", "expressions": {}}]}}}}}}
        """
    }

    private static let queue = "\n\nresource \"aws_sqs_queue\" \"q\" {\n  visibility_timeout_seconds = 50000\n}\n"

    private static func call(_ source: String) -> String { "module \"m\" {\n  source = \"\(source)\"\n}\n" }

    /// File and line of what is out of range.
    private func places(_ path: String, sourceRoot: String? = nil) -> [String] {
        var options = LintOptions()
        options.project.paths = [folder.path + "/" + path]
        options.project.sourceRoot = sourceRoot.map { folder.path + "/" + $0 }
        let result = LintSession(options).run()
        #expect(result.diagnostics.allSatisfy { $0.severity != .error })
        return result.findings.filter { $0.rule == "SQS010" }.map { finding in
            let name = finding.location.file.split(separator: "/").suffix(2).joined(separator: "/")
            return "\(name):\(finding.location.span.start.line)"
        }.sorted()
    }

    @Test("findings stand in the files of the plan's folder and of its local modules")
    func beside() throws {
        try folder.write(Self.plan(source: "./m"), to: "app/plan.json")
        try folder.write(Self.queue + Self.call("./m"), to: "app/main.tf")
        try folder.write(Self.queue, to: "app/m/queue.tf")
        #expect(places("app/plan.json") == ["app/main.tf:4", "m/queue.tf:4"])
    }

    @Test("--source-root names the folder, and JSON configuration is one as well")
    func sourceRoot() throws {
        try folder.write(Self.plan(source: "./m"), to: "out/plan.json")
        try folder.write(
            "{\"resource\": {\"aws_sqs_queue\": {\"q\": {\n\"visibility_timeout_seconds\": 50000}}}}", to: "app/main.tf.json")
        #expect(places("out/plan.json") == ["out/plan.json:4", "out/plan.json:7"])
        #expect(places("out/plan.json", sourceRoot: "app") == ["app/main.tf.json:2", "out/plan.json:7"])
    }

    @Test("modules outside the roots are not read")
    func outside() throws {
        try folder.write(Self.plan(source: "../m"), to: "app/plan.json")
        try folder.write(Self.queue + Self.call("../m"), to: "app/main.tf")
        try folder.write(Self.queue, to: "m/queue.tf")
        #expect(places("app/plan.json") == ["app/main.tf:4", "app/plan.json:7"])
        #expect(places("", sourceRoot: "app").contains("m/queue.tf:4"))
    }

    @Test("a file that cannot be read is a warning, and findings stand in the plan")
    func malformed() throws {
        try folder.write(Self.plan(source: "./m"), to: "app/plan.json")
        try folder.write("resource {{", to: "app/main.tf")
        #expect(places("app/plan.json") == ["app/plan.json:4", "app/plan.json:7"])
    }

    @Test(
        "files that expressions name are read within the roots only",
        arguments: [
            ("./redrive.json", 1), ("parts/../redrive.json", 1), ("../outside.json", 0), ("link.json", 0), ("parts", 0),
            ("gone.json", 0),
            ("/etc/hostname", 0),
        ])
    func files(_ path: String, _ found: Int) throws {
        let queues = #"{"dead": {"name": "dead"}, "q": {"redrive_policy": "${file(\"\#(path)\")}"}}"#
        try folder.write(#"{"resource": {"aws_sqs_queue": \#(queues)}}"#, to: "app/main.tf.json")
        let policy = #"{"deadLetterTargetArn": "arn:aws:sqs:eu-west-1:123456789012:dead", "maxReceiveCount": 5000}"#
        for name in ["app/redrive.json", "outside.json", "app/parts/x"] { try folder.write(policy, to: name) }
        try folder.link("app/link.json", to: folder.path + "/outside.json")
        var options = LintOptions()
        options.project.paths = [folder.path + "/app/main.tf.json"]
        let findings = LintSession(options).run().findings.filter { $0.rule == "SQS010" }
        #expect(findings.count == found)
    }

    @Test("what a module from elsewhere makes stands at the call that brings it in")
    func foreignModules() throws {
        try folder.write(Self.plan(source: "acme/queue/aws"), to: "app/plan.json")
        try folder.write(Self.queue + Self.call("acme/queue/aws"), to: "app/main.tf")
        #expect(places("app/plan.json") == ["app/main.tf:4", "app/main.tf:6"])
    }

    @Test("the copy that terraform init made of a module from elsewhere tells what its expressions are")
    func installedModules() throws {
        let queue = #"{"mode": "managed", "type": "aws_sqs_queue", "name": "q""#
        try folder.write(
            """
            {"format_version": "1.2", "planned_values": {"root_module": {"child_modules": [{"address": "module.m", "resources": [
               {"address": "module.m.aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q", "values": {}}]}]}},
             "resource_changes": [{"address": "module.m.aws_sqs_queue.q", "change": {"actions": ["create"], "after": {},
               "after_unknown": {"visibility_timeout_seconds": true}}}],
             "configuration": {"root_module": {"module_calls": {"m": {"source": "acme/queue/aws", "expressions": {},
               "module": {"resources": [\(queue), "expressions":
                 {"visibility_timeout_seconds": {"references": ["local.long"]}}}]}}}}}}
            """, to: "app/plan.json")
        try folder.write(Self.call("acme/queue/aws"), to: "app/main.tf")
        let module =
            "locals {\n  long = 50000\n}\nresource \"aws_sqs_queue\" \"q\" {\n  visibility_timeout_seconds = local.long\n}\n"
        try folder.write(module, to: "app/.terraform/modules/m/main.tf")
        #expect(places("app/plan.json") == [])
        let manifest = #"{"Modules": [{"Key": "", "Source": "", "Dir": "."}, {"Key": "m", "Dir": ".terraform/modules/m"}]}"#
        try folder.write(manifest, to: "app/.terraform/modules/modules.json")
        #expect(places("app/plan.json") == ["app/main.tf:1"])
    }

    @Test("a module above the folder that is named is followed within the work tree, and no further", arguments: [true, false])
    func above(_ isWorkTree: Bool) throws {
        try folder.write("module \"m\" {\n  source = \"../../modules/m\"\n}\n", to: "repo/envs/prod/main.tf")
        try folder.write(Self.queue, to: "repo/modules/m/main.tf")
        if isWorkTree { try folder.write("gitdir: elsewhere\n", to: "repo/.git") }
        var options = LintOptions()
        options.project.paths = [folder.path + "/repo/envs/prod"]
        options.project.readsTerraformLanguage = true
        let rules = Set(LintSession(options).run().findings.map(\.rule))
        #expect(rules.contains("SQS010") == isWorkTree)
        #expect(rules.contains("TPL005") == !isWorkTree)
    }
}
