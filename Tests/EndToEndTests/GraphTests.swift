import Foundation
import TestSupport
import Testing

@Suite("ecslint graph")
struct GraphTests {
    private func graph(_ arguments: [String], in folder: String = PackageFolder.root.path) throws -> ProgramRun {
        try ProgramRun(try Program.path(), ["graph"] + arguments, in: folder, environment: ["PATH": "/usr/bin:/bin"])
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
