import Foundation
import TestSupport
import Testing

@Suite("What docs/configuration.md and docs/suppression.md show")
struct ConfigurationPageTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("Resources: {Jobs: {Type: AWS::SQS::Queue}}\n", to: "infra/app.yaml")
        for name in ["policy", "prices"] {
            try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
        }
    }

    private func ecslint(_ arguments: String...) throws -> ProgramRun {
        // 2026-11-21, before the suppressions' last day.
        let environment = ["PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1795219200"]
        return try ProgramRun(try Program.path(), arguments, in: folder.path, environment: environment)
    }

    @Test("the configuration is one, and shows every key that the schema has")
    func configuration() throws {
        let block = try #require(try Markdown.blocks("yaml", of: "docs/configuration.md").first)
        try folder.write("{\"version\": 1, \"findings\": []}", to: ".ecslint-baseline.json")
        try folder.write(block.text, to: "ecslint.yaml")
        let run = try ecslint()
        #expect(run.status == 0 || run.status == 1, "\(run.output)\(run.errors)")
        let data = try Data(contentsOf: PackageFolder.root.appending(path: "docs/ecslint.schema.json"))
        let schema = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let object = try #require((schema["anyOf"] as? [[String: Any]])?.last)
        for key in try #require(object["properties"] as? [String: Any]).keys {
            #expect(block.lines.contains { $0.hasPrefix(key + ":") }, "\(key) is not shown")
        }
    }

    @Test("the suppressions suppress")
    func suppressions() throws {
        let blocks = try Markdown.blocks("yaml", of: "docs/suppression.md")
        try #require(blocks.count == 2)
        try folder.write(blocks[0].text, to: "a.yaml")
        let run = try ecslint("a.yaml", "--show-suppressed", "--quiet")
        #expect(run.output.contains("suppressed[SQS001]") && run.output.contains("suppressed[SQS010]"), "\(run.output)")
        #expect(!run.output.contains("error[") && !run.output.contains("SUP00"), "\(run.output)")
        try folder.write(blocks[1].text, to: "ecslint.yaml")
        #expect(try ecslint("a.yaml").status != 2)
    }
}
