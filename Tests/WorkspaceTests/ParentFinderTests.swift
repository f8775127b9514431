import TestSupport
import Testing

@testable import Workspace

@Suite("Parents of a nested template that is named alone")
struct ParentFinderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.child, to: "app/templates/child.yaml")
    }

    private static let child = """
        Parameters: {Wait: {Type: Number}}
        Resources:
          Jobs: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: !Ref Wait}}
        """

    private static func parent(wait: Int, url: String = "child.yaml") -> String {
        """
        Resources:
          Queues:
            Type: AWS::CloudFormation::Stack
            Properties: {TemplateURL: "\(url)", Parameters: {Wait: \(wait)}}
          Own: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 901}}
        """
    }

    private func lint(parameters: [String] = []) -> LintResult {
        var options = LintOptions()
        options.project.paths = [folder.path + "/app/templates/child.yaml"]
        options.project.parameters = parameters
        options.select = ["SQS010"]
        return LintSession(options).run()
    }

    private func files(_ result: LintResult) -> [String] {
        result.findings.map { String($0.location.file.split(separator: "/").last ?? "") }
    }

    @Test("what the parent beside it passes counts, and nothing is said about the parent's own resources")
    func beside() throws {
        #expect(files(lint()).isEmpty)
        try folder.write(Self.parent(wait: 901), to: "app/templates/parent.yaml")
        let result = lint()
        #expect(files(result) == ["child.yaml"])
        #expect(result.inputs.count == 1 && result.resourceCount == 1)
        #expect(result.diagnostics.map(\.code) == ["parent"])
    }

    @Test("values of the command line say what the template is checked with, so that no parent is looked for")
    func given() throws {
        try folder.write(Self.parent(wait: 901), to: "app/templates/parent.yaml")
        let result = lint(parameters: ["Wait=30"])
        #expect(files(result).isEmpty)
        #expect(!result.diagnostics.contains { $0.code == "parent" })
    }

    @Test("each of several parents is a use of its own")
    func several() throws {
        try folder.write(Self.parent(wait: 30), to: "app/templates/a.yaml")
        try folder.write(Self.parent(wait: 901), to: "app/templates/b.yaml")
        #expect(files(lint()) == ["child.yaml"])
    }

    @Test("folders above are looked at within the work tree alone")
    func above() throws {
        try folder.write(Self.parent(wait: 901, url: "templates/child.yaml"), to: "app/parent.yaml")
        #expect(files(lint()).isEmpty)
        try folder.write("ref: refs/heads/main", to: "app/.git/HEAD")
        #expect(files(lint()) == ["child.yaml"])
    }

    @Test("a link, a file that only mentions the name and one that git ignores are no parents")
    func others() throws {
        try folder.write("ref: refs/heads/main", to: "app/.git/HEAD")
        try folder.write(Self.parent(wait: 901, url: "templates/child.yaml"), to: "elsewhere/parent.yaml")
        try folder.link("app/templates/linked.yaml", to: folder.path + "/elsewhere/parent.yaml")
        try folder.write(Self.parent(wait: 901, url: "other-child.yaml"), to: "app/templates/other.yaml")
        try folder.write(Self.parent(wait: 901), to: "app/templates/ignored.yaml")
        try folder.write("ignored.yaml\n", to: "app/.gitignore")
        #expect(files(lint()).isEmpty)
    }
}
