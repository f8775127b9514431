import Evaluation
import Rules
import Templates
import TestSupport
import Testing
import Workspace

@Suite("Linting")
struct LinterTests {
    private static let queue = """
        AWSTemplateFormatVersion: "2010-09-09"
        Resources:
          Jobs:
            Type: AWS::SQS::Queue
        """
    private static let compose = "services:\n  web:\n    image: x\n"

    private func lint(
        _ files: [(String, String)], isNamed: Bool = true, change: (inout LintRequest) -> Void = { _ in }
    ) -> LintResult {
        var request = LintRequest(ProjectInput(sources: files.map { SourceFile(path: $0.0, text: $0.1, isNamed: isNamed) }))
        change(&request)
        return Linter.lint(request)
    }

    @Test("a template is counted with its own resources")
    func counts() {
        let result = lint([("a.yaml", Self.queue)])
        #expect(result.inputs == [InputSummary(file: "a.yaml", kind: .cloudFormation, resources: 1, status: .ok)])
        #expect(result.exitStatus != .unreliable)
    }

    @Test("a named file that is not a template is an error that says what it looks like")
    func named() {
        let result = lint([("compose.yaml", Self.compose), ("a.yaml", Self.queue)])
        #expect(result.exitStatus == .unreliable)
        #expect(result.diagnostics.map(\.code) == ["not-a-template"])
        #expect(result.diagnostics.first?.message.contains("a Docker Compose file") == true)
        #expect(result.inputs.map(\.status) == [.error, .ok])
    }

    @Test("it is passed over when asked for, and when it was found in a folder")
    func passedOver() {
        let asked = lint([("compose.yaml", Self.compose)]) { $0.input.skipsUnrecognised = true }
        #expect(asked.exitStatus == .success)
        #expect(asked.inputs.map(\.status) == [.skipped])
        let found = lint([("compose.yaml", Self.compose), ("a.yaml", Self.queue)], isNamed: false)
        #expect(found.diagnostics.isEmpty)
        #expect(found.inputs.map(\.status) == [.skipped, .ok])
    }

    @Test("a run that recognised nothing is no clean run")
    func nothing() {
        let folder = lint([("compose.yaml", Self.compose)], isNamed: false) { $0.input.terraformSourceCount = 2 }
        #expect(folder.exitStatus == .unreliable)
        #expect(folder.diagnostics.map(\.code) == ["no-template"])
        #expect(folder.diagnostics.first?.help?.contains("Terraform") == true)
        #expect(lint([]).exitStatus == .unreliable)
    }

    @Test("files of Terraform's language are checked where that is asked for, and are an error otherwise")
    func terraformLanguage() {
        let file = ("main.tf", "resource \"aws_sqs_queue\" \"jobs\" {\n  delay_seconds = 901\n}\n")
        let refused = lint([file])
        #expect(refused.exitStatus == .unreliable && refused.diagnostics.first?.help?.contains("--tf") == true)
        let asked = lint([file]) { $0.input.readsTerraformLanguage = true }
        let finding = asked.findings.first { $0.rule == "SQS010" }
        #expect(finding?.location.span.start.line == 2 && finding?.location.resource == "aws_sqs_queue.jobs")
        #expect(asked.inputs == [InputSummary(file: "main.tf", kind: .terraformConfiguration, resources: 1, status: .ok)])
        let broken = lint([("a/main.tf", "resource \"x\" {"), file], isNamed: false) { $0.input.readsTerraformLanguage = true }
        #expect(broken.exitStatus == .unreliable && broken.diagnostics.first?.file == "a/main.tf")
    }

    @Test("a local state that is found beside the configuration is passed over with --tf, a named one or another is not")
    func localState() {
        let state = (
            "infra/terraform.tfstate",
            """
            {"version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "a", "resources": [{"mode": "managed",
             "type": "aws_sqs_queue", "name": "old", "instances": [{"attributes": {"name": "old", "delay_seconds": 901}}]}]}
            """
        )
        let configuration = ("infra/main.tf.json", #"{"resource": {"aws_sqs_queue": {"jobs": {"name": "jobs"}}}}"#)
        let found = lint([configuration, state], isNamed: false) { $0.input.readsTerraformLanguage = true }
        #expect(found.inputs.map(\.status) == [.ok, .skipped] && !found.findings.contains { $0.rule == "SQS010" })
        let named = lint([configuration, state]) { $0.input.readsTerraformLanguage = true }
        #expect(named.inputs.map(\.status) == [.ok, .ok] && named.findings.contains { $0.rule == "SQS010" })
        for other in ["other/terraform.tfstate", "infra/live.tfstate"] {
            let result = lint([configuration, (other, state.1)], isNamed: false) { $0.input.readsTerraformLanguage = true }
            #expect(result.findings.contains { $0.rule == "SQS010" }, "\(other)")
        }
        #expect(lint([configuration, state], isNamed: false).findings.contains { $0.rule == "SQS010" })
    }

    @Test("what is written in a local value belongs to the resource that uses it")
    func localValue() {
        let text = """
            locals {
              containers = [{ name = "w", image = "x" }]
            }
            resource "aws_ecs_task_definition" "w" {
              family                = "w"
              container_definitions = jsonencode(local.containers)
            }
            resource "aws_ecs_service" "w" {
              name            = "w"
              task_definition = aws_ecs_task_definition.w.arn
            }
            """
        let result = lint([("main.tf", text)]) { $0.input.readsTerraformLanguage = true }
        let finding = result.findings.first { $0.rule == "ECS015" }
        #expect(finding?.location.span.start.line == 2)
        #expect(finding?.location.resource == "aws_ecs_task_definition.w" && finding?.location.path == nil)
    }

    @Test("what cannot be parsed is trouble when it is named or says that it is a template")
    func malformed() {
        let broken = "a: [1\nb: 2\n"
        #expect(lint([("x.yaml", broken), ("a.yaml", Self.queue)]).exitStatus == .unreliable)
        #expect(lint([("x.yaml", broken), ("a.yaml", Self.queue)], isNamed: false).diagnostics.isEmpty)
        #expect(lint([("x.yaml", broken)]) { $0.input.skipsUnrecognised = true }.exitStatus == .success)
        let claims = "AWSTemplateFormatVersion: '2010-09-09'\nResources: {A: {Type: 'AWS::SQS::Queue'\nB: c\n"
        let result = lint([("x.yaml", claims), ("a.yaml", Self.queue)], isNamed: false) { $0.input.skipsUnrecognised = true }
        #expect(result.exitStatus == .unreliable)
        #expect(result.diagnostics.first?.file == "x.yaml")
        #expect(result.diagnostics.first?.span != nil)
        #expect(result.inputs.map(\.status) == [.error, .ok])
    }

    @Test("a file that cannot be read is trouble; the others are still checked")
    func unreadable() {
        let error = FileError(path: "gone.yaml", kind: .permissionDenied)
        let result = lint([("a.yaml", Self.queue)]) {
            $0.input.sources.append(SourceFile(path: "gone.yaml", isNamed: false, contents: .failure(error)))
        }
        #expect(result.exitStatus == .unreliable)
        #expect(result.templateCount == 1)
    }

    @Test("plans and states of Terraform are inputs of their own kinds, its language is none")
    func terraform() {
        let plan = #"{"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {}}"#
        let state = #"{"version": 4, "terraform_version": "1.9.0", "serial": 1, "lineage": "a", "resources": []}"#
        let result = lint([("plan.json", plan), ("a.tfstate", state), ("main.tf", "a = 1")])
        #expect(result.exitStatus == .unreliable)
        #expect(result.inputs.map(\.kind) == [.terraformPlan, .terraformState, .terraformConfiguration])
        #expect(result.inputs.map(\.status) == [.ok, .ok, .error])
        #expect(lint([("plan.json", plan), ("a.yaml", Self.queue)], isNamed: false).diagnostics.isEmpty)
    }

    @Test("what Terraform writes for itself is refused with the command that gives the right file")
    func terraformOutput() {
        let log = #"{"@level":"info","@message":"Terraform 1.9.0"}"# + "\n{}\n"
        for (name, text) in [("plan.json", log), ("plan.bin", "PK\u{3}\u{4}...")] {
            let result = lint([(name, text)], isNamed: false)
            #expect(result.exitStatus == .unreliable)
            #expect(result.diagnostics.first?.help?.contains("terraform show -json") == true)
        }
    }

    @Test("lines of a plan that holds secrets are not shown, whole or broken")
    func secrets() throws {
        let plan = """
            {"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {"resources": [
            {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
             "values": {"name": "hunter2"}, "sensitive_values": {"name": true}}]}}}
            """
        #expect(lint([("plan.json", plan)]).sources.line(3, of: "plan.json") == nil)
        #expect(lint([("plan.json", String(plan.dropLast()))]).sources.line(3, of: "plan.json") == nil)
        let open = plan.replacing("true", with: "false")
        #expect(lint([("plan.json", open)]).sources.line(3, of: "plan.json")?.text(0..<200).contains("hunter2") == true)
    }

    @Test("problems of a template are findings of the TPL family, under select, ignore and severity")
    func templateProblems() throws {
        let text = "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: !Ref Absent\n"
        let result = lint([("a.yaml", text)]) { $0.input.configuration.select = [.init("TPL")] }
        let finding = try #require(result.findings.first)
        #expect(result.findings.count == 1)
        #expect(finding.rule == "TPL002" && finding.name == "unresolved-reference" && finding.severity == .error)
        #expect(finding.location.resource == "Jobs" && finding.location.span.start.line == 5)
        #expect(result.exitStatus == .findings)
        let ignoring = lint([("a.yaml", text)]) { $0.input.configuration.ignore = [.init("TPL002")] }
        #expect(ignoring.findings.allSatisfy { $0.rule != "TPL002" })
        let mild = try configuration("select: [TPL]\nrules: {unresolved-reference: {severity: note}}")
        let milder = lint([("a.yaml", text)]) { $0.input.configuration = mild }
        #expect(milder.findings.map(\.severity) == [.note])
        #expect(milder.exitStatus == .success)
    }

    @Test("a rule that is not there is a mistake, with the nearest name")
    func unknownRule() {
        let result = lint([("a.yaml", Self.queue)]) { $0.input.configuration.ignore = [.init("duplicate-keys")] }
        #expect(result.exitStatus == .unreliable)
        #expect(result.diagnostics.first?.help == "Did you mean 'duplicate-key'?")
    }

    @Test("a nested template belongs to its parent, named or found, and is no system of its own")
    func nested() {
        let parent = """
            Resources:
              Child:
                Type: AWS::CloudFormation::Stack
                Properties: {TemplateURL: ./child.yaml}
            """
        let child = "Resources:\n  Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Absent}}\n"
        let expected = ["Child/Jobs"]
        let named = lint([("child.yaml", child), ("parent.yaml", parent)])
        #expect(named.findings.filter { $0.rule == "TPL002" }.map(\.location.resource) == expected)
        let found = lint([("parent.yaml", parent)]) {
            $0.input.nested = { reference, _ in
                reference.hasSuffix("child.yaml")
                    ? .found(SourceFile(path: "child.yaml", text: child, isNamed: false)) : .notFound
            }
        }
        #expect(found.findings.filter { $0.rule == "TPL002" }.map(\.location.resource) == expected)
        #expect(found.inputs.map(\.file) == ["parent.yaml", "child.yaml"])
    }

    @Test("a nested template that several files could be says so")
    func ambiguous() {
        let parent = "Resources:\n  Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./child.yaml}}\n"
        let result = lint([("parent.yaml", parent)]) {
            $0.input.nested = { _, _ in .ambiguous(["a/child.yaml", "b/child.yaml"]) }
        }
        let finding = result.findings.first { $0.rule == "TPL005" }
        #expect(finding?.severity == .note)
        #expect(finding?.message.contains("a/child.yaml and b/child.yaml") == true)
    }

    @Test("a nested template that cannot be parsed is trouble of the run")
    func brokenChild() {
        let parent = "Resources:\n  Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./child.yaml}}\n"
        let result = lint([("parent.yaml", parent)]) {
            $0.input.nested = { _, _ in .found(SourceFile(path: "child.yaml", text: "a: [", isNamed: false)) }
        }
        #expect(result.exitStatus == .unreliable)
        #expect(result.diagnostics.map(\.file) == ["child.yaml"])
        #expect(result.inputs.map(\.status) == [.ok, .error])
    }

    @Test("the number of threads changes nothing")
    func threads() {
        let files = (0..<40).map { index in
            ("t\(index).yaml", "Resources:\n  Q\(index): {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref A\(index)}}\n")
        }
        let one = lint(files) { $0.input.jobs = 1 }
        let many = lint(files) { $0.input.jobs = 8 }
        #expect(one.findings == many.findings)
        #expect(one.inputs == many.inputs)
        #expect(one.findings.filter { $0.rule == "TPL002" }.count == 40)
    }

    @Test(
        "the threshold decides between success and findings",
        arguments: [
            (FailureThreshold.error, Workspace.ExitStatus.success), (.warning, .findings), (.note, .findings), (.never, .success),
        ])
    func threshold(_ threshold: FailureThreshold, _ status: Workspace.ExitStatus) {
        let text = "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Type: AWS::SQS::Queue\n"
        let result = lint([("a.yaml", text)]) {
            $0.input.configuration.select = [.init("duplicate-key")]
            $0.input.configuration.failOn = threshold
        }
        #expect(result.findings.map(\.severity) == [.warning])
        #expect(result.exitStatus == status)
    }

    // MARK: - Parameters that nothing takes

    private static let staged = """
        Parameters: {Stage: {Type: String, Default: test}}
        Resources: {Jobs: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Stage}}}
        """

    private func warnings(_ files: [(String, String)], _ given: [String: String]) -> [String] {
        let result = lint(files) { request in
            request.input.options.parameters = given.mapValues { LoadOptions.ParameterValue($0, source: "--parameters") }
        }
        #expect(result.diagnostics.allSatisfy { $0.code == "parameters" && $0.severity == .warning })
        #expect(result.exitStatus != .unreliable)
        return result.diagnostics.map { "\($0.message); \($0.help ?? "")" }
    }

    @Test("a parameter that no template declares is said, with the name that was probably meant")
    func unknownParameters() {
        #expect(warnings([("a.yaml", Self.staged)], ["Stage": "live"]).isEmpty)
        #expect(
            warnings([("a.yaml", Self.staged), ("b.yaml", Self.queue)], ["Stgae": "live", "Other": "x", "Stage": "live"]) == [
                "no template of the input declares the parameter 'Other', which --parameters gives; Its value has no effect.",
                "no template of the input declares the parameter 'Stgae', which --parameters gives; Did you mean 'Stage'?",
            ])
    }

    @Test("nothing is said where a macro may declare it, and nested stacks take what their parents pass")
    func parametersElsewhere() {
        #expect(warnings([("a.yaml", "Transform: Mine\n" + Self.queue)], ["Stage": "live"]).isEmpty)
        let parent = "Resources: {C: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: a.yaml}}}"
        let said = warnings([("parent.yaml", parent), ("a.yaml", Self.staged)], ["Stage": "live"])
        #expect(said.count == 1)
        #expect(said.first?.hasSuffix("Only nested stacks declare it, and they take what their parents pass.") == true)
    }

    @Test("what the configuration gives one template is compared with that template")
    func parametersOfOneTemplate() {
        let result = lint([("a.yaml", Self.staged), ("b.yaml", Self.queue)]) { request in
            let value = LoadOptions.ParameterValue("x", source: "ecslint.yaml")
            request.input.options.parametersByPath = ["b.yaml": ["Stage": value]]
        }
        #expect(result.diagnostics.map(\.message) == ["b.yaml declares no parameter 'Stage', which ecslint.yaml gives"])
    }
}
