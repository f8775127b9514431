import Foundation
import TestSupport
import Testing
import YAMLBridge

@Suite("What docs/ci.md and docs/baseline.md show")
struct CIPageTests {
    private func root(_ text: String, _ name: String) throws -> Node {
        try #require(try Document.parse(Array(text.utf8), path: name).root)
    }

    private func file(_ name: String) throws -> Node {
        try root(String(contentsOf: PackageFolder.root.appending(path: name), encoding: .utf8), name)
    }

    private func keys(_ node: Node?) -> Set<String> { Set((node?.entries ?? []).map(\.key.text)) }

    @Test("every command runs, one after the other", arguments: ["docs/ci.md", "docs/baseline.md"])
    func commands(_ page: String) throws {
        let folder = try TemporaryFolder()
        let nested = PackageFolder.root.appending(path: "examples/fargate-nested").path
        try FileManager.default.copyItem(atPath: nested, toPath: folder.path + "/infra")
        try FileManager.default.removeItem(atPath: folder.path + "/infra/good")
        let script = """
            ecslint() { '\(try Program.path())' "$@"; }
            git init -q -b main . && git add -A && git -c user.name=a -c user.email=a@example.com commit -q -m x
            """
        let commands = try Markdown.commands(of: page).map { "\($0); test $? -lt 2 || exit 9" }
        try #require(commands.count >= 3)
        let run = try ProgramRun(
            "/bin/sh", ["-c", ([script] + commands).joined(separator: "\n")], in: folder.path,
            environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "GIT_CONFIG_NOSYSTEM": "1"])
        #expect(run.status == 0, "\(run.output)\(run.errors)")
    }

    @Test("the snippets name hooks, inputs and variables that are there")
    func snippets() throws {
        let blocks = try Markdown.blocks("yaml", of: "docs/ci.md").map { try root($0.text, "ci.md") }
        try #require(blocks.count == 3)
        let hooks = Set(try file(".pre-commit-hooks.yaml").elements.compactMap { $0["id"]?.text })
        let readme = try root(try #require(try Markdown.blocks("yaml", of: "README.md").first).text, "README.md")
        for page in [blocks[0], readme] {
            let used = (page["repos"]?.elements.first?["hooks"]?.elements ?? []).compactMap { $0["id"]?.text }
            #expect(!used.isEmpty && hooks.isSuperset(of: used))
        }
        let step = try #require(
            blocks[1]["jobs"]?["ecslint"]?["steps"]?.elements.first { $0["uses"]?.text.hasPrefix("ecslint/") == true })
        #expect(keys(try file("action.yml")["inputs"]).isSuperset(of: keys(step["with"])))
        #expect(keys(try file("ci/gitlab-ci.yml")["ecslint"]?["variables"]).isSuperset(of: keys(blocks[2]["variables"])))
    }

    @Test("the links lead somewhere", arguments: ["ci", "baseline", "suppression", "configuration", "cli"])
    func links(_ name: String) throws {
        let base = PackageFolder.root.appending(path: "docs")
        for link in try Markdown.links(of: "docs/\(name).md") where !link.hasPrefix("http") {
            #expect(FileManager.default.fileExists(atPath: base.appending(path: link).path), "\(link)")
        }
    }
}
