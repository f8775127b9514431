import Foundation
import TestSupport
import Testing
import YAMLBridge

@Suite("ecslint init")
struct InitTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let source = PackageFolder.root.appending(path: "examples/fargate-nested").path
        try FileManager.default.copyItem(atPath: source, toPath: folder.path + "/infra")
        try FileManager.default.removeItem(atPath: folder.path + "/infra/good")
    }

    private func ecslint(_ arguments: String...) throws -> ProgramRun {
        try ProgramRun(try Program.path(), arguments, in: folder.path, environment: ["PATH": "/usr/bin:/bin"])
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
    }

    @Test("it writes what it found, and ecslint takes it")
    func found() throws {
        let run = try ecslint("init")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "wrote ecslint.yaml\nwrote .pre-commit-config.yaml\nwrote .github/workflows/ecslint.yml\n")
        let configuration = try text("ecslint.yaml")
        #expect(configuration.contains("\nroots: [infra/]\n"))
        #expect(configuration.contains("\n  Service2:\n    # receives from Queue\n    # processingSeconds: 60"))
        let lint = try ecslint()
        #expect(lint.status == 1 && lint.output.contains("infra/queue.yaml"), "\(lint.output)")
        for file in [".pre-commit-config.yaml", ".github/workflows/ecslint.yml"] {
            let document = try Document.parse(Array(try text(file).utf8), path: file)
            #expect(document.root?.kind == .mapping && document.warnings.isEmpty)
        }
        let filled = configuration.replacing("# processingSeconds: 60", with: "processingSeconds: 60")
        try folder.write(filled, to: "ecslint.yaml")
        #expect(try ecslint().status != 2)
    }

    @Test("a repository of Terraform's language is checked as it stands")
    func terraform() throws {
        let terraform = try TemporaryFolder()
        try terraform.write("resource \"aws_sqs_queue\" \"jobs\" {\n  delay_seconds = 901\n}\n", to: "infra/main.tf")
        func run(_ arguments: String...) throws -> ProgramRun {
            try ProgramRun(try Program.path(), arguments, in: terraform.path, environment: ["PATH": "/usr/bin:/bin"])
        }
        #expect(try run("init").status == 0)
        let hooks = try String(contentsOfFile: terraform.path + "/.pre-commit-config.yaml", encoding: .utf8)
        #expect(hooks.contains("- id: ecslint-terraform\n"))
        let lint = try run()
        #expect(lint.status == 1 && lint.output.contains("infra/main.tf:2"), "\(lint.output)\(lint.errors)")
    }

    @Test("nothing is overwritten, not even a link that leads nowhere; what to add is shown")
    func kept() throws {
        try folder.write("mine: true\n", to: ".pre-commit-config.yaml")
        try folder.link("ecslint.yaml", to: "elsewhere.yaml")
        let run = try ecslint("init")
        #expect(run.status == 0)
        #expect(try text(".pre-commit-config.yaml") == "mine: true\n")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/elsewhere.yaml"))
        #expect(run.output.contains("kept .pre-commit-config.yaml, which is there already; add:\n  - repo: "))
    }

    @Test("a dry run shows the files and writes nothing; a folder without templates has a start as well")
    func dryRun() throws {
        let run = try ecslint("init", "--dry-run")
        #expect(
            run.output.hasPrefix("# ecslint.yaml\n") && run.output.contains("\n# .github/workflows/ecslint.yml\nname: ecslint\n"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["infra"])
        let empty = try TemporaryFolder()
        #expect(try ecslint("init", empty.path).status == 0)
        #expect(FileManager.default.fileExists(atPath: empty.path + "/ecslint.yaml"))
    }

    @Test("a repository of GitLab gets GitLab's job")
    func gitLab() throws {
        try folder.write("[remote \"origin\"]\n\turl = git@gitlab.com:a/b.git\n", to: ".git/config")
        #expect(try ecslint("init").output.contains("wrote .gitlab-ci.yml"))
        #expect(try text(".gitlab-ci.yml").contains("/ci/gitlab-ci.yml"))
    }
}
