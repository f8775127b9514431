import Foundation
import TestSupport
import Testing

@Suite("What README.md shows")
struct ReadmeTests {
    /// A copy of what the commands need: `examples/`, `infra/` and `ecslint` in the PATH.
    private let folder: TemporaryFolder
    private let environment: [String: String]

    init() throws {
        folder = try TemporaryFolder()
        let examples = PackageFolder.root.appending(path: "examples").path
        let nested = examples + "/fargate-nested"
        try FileManager.default.copyItem(atPath: examples, toPath: folder.path + "/examples")
        try FileManager.default.copyItem(atPath: nested, toPath: folder.path + "/infra")
        try FileManager.default.createDirectory(atPath: folder.path + "/bin", withIntermediateDirectories: true)
        try folder.link("bin/ecslint", to: try Program.path())
        environment = [
            "PATH": folder.path + "/bin:/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1",
        ]
    }

    private func shell(_ command: String, in path: String? = nil) throws -> ProgramRun {
        try ProgramRun("/bin/sh", ["-c", command], in: path ?? folder.path, environment: environment)
    }

    @Test("the output shown is the output", arguments: try Markdown.blocks("console", of: "README.md"))
    func output(_ block: Markdown.Block) throws {
        let command = try #require(block.lines.first)
        try #require(command.hasPrefix("$ "))
        let run = try shell(String(command.dropFirst(2)))
        #expect(run.status == 0 || run.status == 1, "\(run.errors)")
        let found = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(Markdown.shows(Array(block.lines.dropFirst()), of: found), "now it says:\n\(run.output)")
    }

    @Test("every command runs", arguments: try Markdown.commands(of: "README.md"))
    func command(_ command: String) throws {
        let run = try shell(command)
        #expect(run.status == 0 || run.status == 1, "\(command): \(run.errors)")
        #expect(!run.output.isEmpty)
    }

    @Test("make knows the targets", arguments: ["demo", "install", "test", "contract", "clean"])
    func make(_ target: String) throws {
        let run = try ProgramRun(
            "/usr/bin/env", ["make", "-n", target], in: PackageFolder.root.path, environment: environment)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("the hook stops a bad commit, lets a good one through and passes over other files")
    func hook() throws {
        let hook = try #require(try Markdown.blocks("sh", of: "docs/ci.md").first { $0.lines.first == "#!/bin/sh" })
        let work = folder.path + "/repository"
        _ = try shell("git init -q \(work) && cd \(work) && git config user.name a && git config user.email a@example.com")
        let path = try folder.write(hook.text, to: "repository/.git/hooks/pre-commit")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        func commit(_ text: String, as name: String) throws -> ProgramRun {
            try folder.write(text, to: "repository/" + name)
            return try shell("git add -A && git commit -q -m x", in: work)
        }
        let good = try commit(
            "Resources:\n  Jobs: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 900}}\n", as: "queue file.yaml")
        #expect(good.status == 0, "\(good.output)\(good.errors)")
        let other = try commit("services: {web: {image: x}}\n", as: "compose.yaml")
        #expect(other.status == 0, "\(other.output)\(other.errors)")
        let bad = try commit(
            "Resources:\n  Jobs: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 901}}\n", as: "queue file.yaml")
        #expect(bad.status != 0)
        #expect((bad.output + bad.errors).contains("SQS010"))
    }

    @Test("the links lead somewhere", arguments: ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
    func links(_ file: String) throws {
        let base = PackageFolder.root.appending(path: file).deletingLastPathComponent()
        for link in try Markdown.links(of: file) where !link.hasPrefix("http") {
            #expect(FileManager.default.fileExists(atPath: base.appending(path: link).path), "\(link)")
        }
    }
}
