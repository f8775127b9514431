import Foundation
import TestSupport
import Testing

@Suite("ecslint diff")
struct ComparisonTests {
    private static let service = """
        Resources:
          Jobs: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 901}}
          Task:
            Type: AWS::ECS::TaskDefinition
            Properties:
              Cpu: 256
              Memory: 512
              NetworkMode: awsvpc
              RequiresCompatibilities: [FARGATE]
              ContainerDefinitions: [{Name: w, Image: x}]
          Worker:
            Type: AWS::ECS::Service
            Properties: {LaunchType: FARGATE, DesiredCount: 1, TaskDefinition: !Ref Task}

        """
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.service, to: "infra/app.yaml")
        _ = try shell("git init -q . && git add -A && git -c user.name=a -c user.email=a@example.com commit -q -m x")
        try folder.write(Self.changed, to: "infra/app.yaml")
    }

    /// One finding mended, one new, one line further down, twice the tasks.
    private static var changed: String {
        "# a line more\n"
            + service.replacing("901", with: "900, MessageRetentionPeriod: 1").replacing(
                "DesiredCount: 1", with: "DesiredCount: 2")
    }

    private func shell(_ command: String) throws -> ProgramRun {
        let script = "ecslint() { '\(try Program.path())' \"$@\"; }; \(command)"
        return try ProgramRun(
            "/bin/sh", ["-c", script], in: folder.path,
            environment: [
                "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "GIT_CONFIG_NOSYSTEM": "1", "TMPDIR": folder.path,
                "SOURCE_DATE_EPOCH": "1795219200",
            ])
    }

    /// What the JSON report says, in a line.
    private func summary(_ arguments: String, status: Int32 = 1) throws -> String {
        let run = try shell("ecslint diff \(arguments) --select SQS010,SQS001 --format json")
        try #require(run.status == status, "\(run.output)\(run.errors)")
        let report = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let findings = try #require(report["findings"] as? [String: [[String: Any]]])
        let checks = try ["new", "gone", "unchanged"].map { key in
            "\(key): " + (try #require(findings[key])).map { $0["check"] as? String ?? "" }.joined(separator: " ")
        }
        let cost = (report["cost"] as? [String: Any])?["monthly"] as? [String: Any]
        let change = (cost?["change"] as? Double).map { "\($0)" } ?? "none"
        return (checks + ["change: \(change)"]).joined(separator: "; ")
    }

    @Test(
        "files, folders and revisions, named in every way",
        arguments: [
            "HEAD infra", "HEAD:infra infra", "HEAD:infra/app.yaml infra/app.yaml", "--git HEAD infra",
            "--git HEAD infra/app.yaml",
            "HEAD .", "--git HEAD", "HEAD:./infra infra",
        ])
    func states(_ arguments: String) throws {
        #expect(try summary(arguments).hasPrefix("new: message-retention; gone: delay; unchanged: missing; change: "))
        #expect(!(try summary(arguments)).hasSuffix("change: none"))
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(left).isSubset(of: ["infra", ".git"]), "temporary files stay: \(left)")
    }

    @Test("two files of different names are two states of one template; two folders go file by file")
    func names() throws {
        try folder.write(Self.service, to: "before/app.yaml")
        #expect(try summary("before infra").hasPrefix("new: message-retention; gone: delay; unchanged: missing;"))
        let text = try shell("ecslint diff before infra --select SQS010,SQS001").output
        #expect(text.contains("--> infra/app.yaml:") && text.contains("gone[SQS010] before/app.yaml:2"), "\(text)")
        try folder.write(Self.service, to: "old.yaml")
        #expect(try summary("old.yaml infra/app.yaml").hasPrefix("new: message-retention; gone: delay; unchanged: missing;"))
        #expect(try summary("old.yaml before/app.yaml", status: 0) == "new: ; gone: ; unchanged: missing delay; change: 0.0")
    }

    @Test("revisions alone, from a folder further down, and with a name that looks like a flag")
    func revisions() throws {
        _ = try shell("git -c user.name=a -c user.email=a@example.com commit -q -a -m y")
        #expect(try summary("HEAD~1 HEAD").hasPrefix("new: message-retention; gone: delay;"))
        let within = try shell("cd infra && ecslint diff HEAD~1 app.yaml")
        #expect(within.status == 1 && within.output.contains("gone[SQS010] app.yaml:2"), "\(within.output)\(within.errors)")
        #expect(try shell("ecslint diff --git=--output=x infra").status == 2)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/x"))
    }

    @Test("text and Markdown tell what is new, what is gone and the money")
    func reports() throws {
        let text = try shell("ecslint diff HEAD infra --select SQS010,SQS001").output
        #expect(text.contains("error[SQS010]") && text.contains("gone[SQS010] infra/app.yaml:2, Jobs: delay 901 s"))
        #expect(text.contains("USD a month: ") && text.contains("-> "))
        #expect(text.hasSuffix("HEAD -> infra: new: 1 error; gone: 1 error; unchanged: 1 warning\n"), "\(text)")
        let markdown = try shell("ecslint diff HEAD infra --format markdown").output
        for words in [
            "## ecslint: `HEAD` → `infra`",
            "| USD a month | min old | min new | desired old | desired new | change | max old | max new |", "### New",
            "<summary>Gone: 1</summary>",
        ] {
            #expect(markdown.contains(words), "\(words)")
        }
    }

    @Test("what is undecided now is not called mended")
    func undecided() throws {
        try folder.write(
            "Parameters: {Delay: {Type: Number}}\n" + Self.service.replacing("901", with: "!Ref Delay"), to: "infra/app.yaml")
        let run = try shell("ecslint diff HEAD infra --select SQS010")
        #expect(run.status == 0 && run.output.contains("(undecided now)"))
    }

    @Test("a side that cannot be checked is trouble, and says which")
    func trouble() throws {
        #expect(try shell("ecslint diff nothing infra").status == 2)
        #expect(try shell("ecslint diff HEAD:absent infra").status == 2)
        #expect(try shell("ecslint diff infra").status == 2)
        try folder.write("Resources: {A: {Type: 'AWS::SQS::Queue'\n", to: "infra/app.yaml")
        let broken = try shell("ecslint diff HEAD infra")
        #expect(broken.status == 2 && broken.output.contains("in infra:"))
        let noGit = try ProgramRun(
            try Program.path(), ["diff", "HEAD", "infra"], in: folder.path, environment: ["PATH": "/nowhere"])
        #expect(noGit.status == 2 && noGit.errors.contains("git cannot be started"), "\(noGit.errors)")
    }
}
