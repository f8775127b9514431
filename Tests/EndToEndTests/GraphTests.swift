import Foundation
import TestSupport
import Testing

@Suite("ecslint graph")
struct GraphTests {
    private static let examples = ["background-worker", "backlog-lambda", "event-driven", "fargate-nested", "managed-ec2"]
    /// `ECSLINT_UPDATE=1` draws the examples' graphs anew.
    private static let isUpdating = ProcessInfo.processInfo.environment["ECSLINT_UPDATE"] == "1"
    private static let begin = "<!-- graph: written by ECSLINT_UPDATE=1 swift test --filter GraphTests -->\n"
    private static let end = "<!-- end of graph -->\n"

    private func graph(_ arguments: [String], in folder: String = PackageFolder.root.path) throws -> ProgramRun {
        try ProgramRun(try Program.path(), ["graph"] + arguments, in: folder, environment: ["PATH": "/usr/bin:/bin"])
    }

    @Test("the examples' README hold their graphs", arguments: examples)
    func readme(_ name: String) throws {
        let url = PackageFolder.root.appending(path: "examples/\(name)/README.md")
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let start = try #require(text.range(of: Self.begin))
        let end = try #require(text.range(of: Self.end))
        let root = name == "fargate-nested" ? "pipeline.yaml" : "template.yaml"
        let run = try graph(["examples/\(name)/\(root)", "--format", "mermaid"])
        try #require(run.status == 0, "\(run.errors)")
        let block = "\n```mermaid\n\(run.output)```\n\n"
        if Self.isUpdating {
            let renewed = text.replacingCharacters(in: start.upperBound..<end.lowerBound, with: block)
            try Data(renewed.utf8).write(to: url)
            return
        }
        #expect(text[start.upperBound..<end.lowerBound] == block, "\(name): draw it anew with ECSLINT_UPDATE=1")
    }

    @Test("goes to a file; a folder that is not there is a mistake")
    func output() throws {
        let folder = try TemporaryFolder()
        try folder.write("Resources: {Jobs: {Type: AWS::SQS::Queue}}\n", to: "a.yaml")
        let run = try graph(["a.yaml", "--format", "dot", "--output", "a.dot"], in: folder.path)
        #expect(run.status == 0 && run.output.isEmpty)
        let text = String(decoding: try Data(contentsOf: URL(filePath: folder.path + "/a.dot")), as: UTF8.self)
        #expect(text.hasPrefix("digraph ecslint {"))
        #expect(try graph(["a.yaml", "--output", "absent/a.dot"], in: folder.path).status == 2)
        #expect(try graph(["absent.yaml"], in: folder.path).status == 2)
    }

    @Test("the configuration's workers are evidence")
    func configuration() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "Resources: {Jobs: {Type: AWS::SQS::Queue}, Worker: {Type: AWS::ECS::Service, Properties: {TaskDefinition: x}}}\n",
            to: "a.yaml")
        try folder.write("workers: {Worker: {consumes: [Jobs]}}\n", to: "ecslint.yaml")
        let run = try graph(["a.yaml"], in: folder.path)
        #expect(run.output.contains("ecslint.yaml says that Worker consumes it"))
    }
}
