import Rules
import TestSupport
import Testing
import Workspace

@Suite("Files that templates bring in")
struct NestedFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func lint(_ path: String) -> LintResult {
        var options = LintOptions()
        options.project.paths = [folder.path + "/" + path]
        return LintSession(options).run()
    }

    private static let transform = "{Name: AWS::Include, Parameters: {Location: s3://bucket/parts.yaml}}"

    @Test("a file of AWS::Include is read from beside the template, and findings point into it")
    func include() throws {
        try folder.write(
            "Resources: {'Fn::Transform': \(Self.transform)}\nAWSTemplateFormatVersion: '2010-09-09'", to: "app/main.yaml")
        try folder.write("Jobs:\n  Type: AWS::SQS::Queue\n  Properties:\n    VisibilityTimeout: 50000\n", to: "app/parts.yaml")
        let result = lint("app/main.yaml")
        let finding = try #require(result.findings.first { $0.rule == "SQS010" })
        #expect(finding.location.file.hasSuffix("app/parts.yaml"))
        #expect(finding.location.span.start.line == 4)
        #expect(finding.location.resource == "Jobs")
        #expect(result.diagnostics.isEmpty)
        #expect(result.sources.holds(finding.location.file))
    }

    @Test("what is not found, or stands outside the roots, is said")
    func refused() throws {
        try folder.write("x: y", to: "secret/parts.yaml")
        try folder.write(
            "Resources:\n  'Fn::Transform': \(Self.transform)\n  A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./absent.yaml}}",
            to: "app/main.yaml")
        try folder.link("app/parts.yaml", to: folder.path + "/secret/parts.yaml")
        let messages = lint("app/main.yaml").findings.filter { $0.rule == "TPL005" }.map(\.message)
        #expect(messages.count == 2)
        #expect(messages.first?.hasSuffix("app/parts.yaml stands outside the roots and is not read") == true)
        #expect(messages.last?.hasSuffix("./absent.yaml, is not in the input") == true)
    }

    @Test("a bound that is met is trouble of the run, with its place")
    func limits() throws {
        var text = "x"
        for _ in 0..<30 { text = "!Sub ['${A}${A}', {A: \(text)}]" }
        try folder.write("Resources:\n  Q: {Type: AWS::SQS::Queue, Properties: {QueueName: \(text)}}", to: "main.yaml")
        let result = lint("main.yaml")
        #expect(result.diagnostics.map(\.code) == ["limit"])
        #expect(result.diagnostics.first?.span?.start.line == 2)
        #expect(result.exitStatus == .unreliable)
    }

    @Test("nested stacks three deep, and a circle of two, in one folder")
    func deep() throws {
        func stack(_ url: String, _ parameters: String = "{}") -> String {
            "{Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: \(url), Parameters: \(parameters)}}"
        }
        try folder.write("Resources: {A: \(stack("./a/a.yaml", "{Hidden: 50000}"))}", to: "root.yaml")
        try folder.write(
            "Parameters: {Hidden: {Type: Number}}\nResources: {B: \(stack("../b.yaml", "{Hidden: !Ref Hidden}"))}", to: "a/a.yaml"
        )
        try folder.write(
            """
            Parameters: {Hidden: {Type: Number}}
            Resources:
              Jobs: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: !Ref Hidden}}
              Again: \(stack("./a/a.yaml", "{Hidden: 1}"))
            """, to: "b.yaml")
        let result = lint("root.yaml")
        let timeouts = result.findings.filter { $0.rule == "SQS010" }
        #expect(timeouts.map(\.location.resource) == ["A/B/Jobs"])
        #expect(timeouts.first?.location.file.hasSuffix("b.yaml") == true)
        #expect(result.findings.filter { $0.rule == "TPL004" }.map(\.location.resource) == ["A/B/Again"])
        #expect(result.inputs.count == 3)
    }
}
