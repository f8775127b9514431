import Foundation
import TestSupport
import Testing

/// File names, permissions, pipes and disks that are not as one would wish.
@Suite("Rough surroundings")
struct RoughSurroundingsTests {
    private static let queue = "Resources:\n  Jobs: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 901}}\n"
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.queue, to: "queue.yaml")
    }

    /// Runs a shell command in which `ecslint` is the program, as a user whom permissions bind.
    private func shell(_ command: String, input: String = "") throws -> ProgramRun {
        let script = "ecslint() { \(Self.asNobody) '\(try Program.path())' \"$@\"; }; \(command)"
        return try ProgramRun(
            "/bin/sh", ["-c", script], in: folder.path, input: input,
            environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"])
    }

    /// Permissions do not bind root.
    private static let asNobody = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""

    private func allow(_ mode: Int, _ name: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.path + "/" + name)
    }

    @Test("a name that is no UTF-8 is read, shown with its bytes written out, and found again by its bytes")
    func fileNames() throws {
        #expect(try shell("mkdir in && cp queue.yaml \"in/caf$(printf '\\351').yaml\" && chmod -R a+rX .").status == 0)
        let walked = try shell("ecslint in")
        #expect(walked.status == 1, "\(walked.errors)")
        #expect(walked.output.contains("--> in/caf\\xE9.yaml:2:"))
        let named = try shell("ecslint \"in/caf$(printf '\\351').yaml\" --format sarif")
        #expect(named.status == 1)
        #expect(named.output.contains("\"uri\": \"in/caf%E9.yaml\""))
        let json = try shell("ecslint in --format json").output
        #expect(json.contains(#""file": "in/caf\\xE9.yaml""#))
        #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
    }

    @Test("a link that leads to itself is trouble when it is named, and passed over in a folder")
    func loops() throws {
        try folder.link("loop.yaml", to: "loop.yaml")
        try folder.link("up", to: ".")
        let named = try shell("ecslint loop.yaml queue.yaml --quiet")
        #expect(named.status == 2)
        #expect(named.output.contains("Too many levels of symbolic links") && named.output.contains("SQS010"))
        let walked = try shell("ecslint . --format json")
        #expect(walked.status == 1)
        #expect(walked.output.contains("\"files\": 1"))
    }

    @Test("a file and a folder that may not be read are trouble; the others are checked")
    func permissions() throws {
        try folder.write(Self.queue, to: "secret.yaml")
        try folder.write(Self.queue, to: "hidden/a.yaml")
        try allow(0o000, "secret.yaml")
        try allow(0o000, "hidden")
        defer { try? allow(0o755, "hidden") }
        let run = try shell("ecslint . --quiet")
        #expect(run.status == 2)
        #expect(run.output.contains("permission denied\n--> hidden") || run.output.contains("permission denied\n  --> hidden"))
        #expect(run.output.contains("--> secret.yaml"))
        #expect(run.output.contains("error[SQS010]") && run.output.contains("--> queue.yaml:2:"))
    }

    @Test("a folder that may not be written is fine to check, and trouble for a report or a baseline")
    func readOnly() throws {
        try allow(0o555, "")
        defer { try? allow(0o755, "") }
        #expect(try shell("ecslint .").status == 1)
        let report = try shell("ecslint . --format json --output a.json")
        #expect(report.status == 2 && report.errors.contains("a.json: permission denied"))
        let baseline = try shell("ecslint . --write-baseline")
        #expect(baseline.status == 2 && baseline.errors.contains(".ecslint-baseline.json: permission denied"))
    }

    @Test("a full disk and a closed output are trouble; a reader that has gone is none, even where SIGPIPE is ignored")
    func outputs() throws {
        let full = try shell("ecslint queue.yaml > /dev/full")
        #expect(full.status == 2 && full.errors.contains("No space left on device"))
        #expect(try shell("ecslint queue.yaml >&-").status == 2)
        let ignored = try shell("trap '' PIPE; { ecslint queue.yaml; echo $? >&2; } | true; sleep 0.1")
        #expect(ignored.errors == "141\n" || ignored.errors == "1\n")
        #expect(try shell("ecslint absent.yaml --format json 2>&-").status == 2)
    }

    @Test("standard input stands for a file: with its name, its configuration and its neighbours")
    func standardInput() throws {
        try folder.write("ignore: [SQS]\n", to: "infra/ecslint.yaml")
        try folder.write(Self.queue, to: "infra/child.yaml")
        let parent = "Resources:\n  Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml}}\n"
        let run = try shell("ecslint - --stdin-filename infra/parent.yaml --format json", input: parent)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("\"file\": \"infra/parent.yaml\"") && run.output.contains("\"file\": \"infra/child.yaml\""))
        #expect(try shell("ecslint - --stdin-filename a.json", input: "a: b").status == 2)
        let instead = try shell(
            "ecslint - queue.yaml --ignore SQS001 --stdin-filename ./queue.yaml", input: Self.queue.replacing("901", with: "900"))
        #expect(instead.status == 0, "\(instead.output)")
        #expect(try shell("ecslint --stdin-filename a.yaml queue.yaml").status == 2)
    }

    @Test("quiet leaves out the last line, statistics count by rule")
    func counts() throws {
        #expect(try shell("ecslint queue.yaml").output.contains("1 error, 1 warning in 1 template"))
        let quiet = try shell("ecslint queue.yaml --quiet --statistics").output
        #expect(!quiet.contains("1 template"))
        #expect(quiet.hasSuffix("1  SQS001 dead-letter-queue-missing\n1  SQS010 attribute-out-of-range\n"))
        try folder.write(Self.queue.replacing("901", with: "900"), to: "queue.yaml")
        #expect(try shell("ecslint queue.yaml --quiet --ignore SQS001").output.isEmpty)
    }
}
