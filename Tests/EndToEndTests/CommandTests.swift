import Foundation
import TestSupport
import Testing

@Suite("Commands in a folder of their own")
struct CommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: 901\n", to: "queue.yaml")
    }

    private func ecslint(
        _ arguments: String..., input: String = "", environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try ProgramRun(
            try Program.path(), arguments, in: folder.path, input: input,
            environment: ["PATH": "/usr/bin:/bin"].merging(environment) { $1 })
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: folder.path + "/" + name)), as: UTF8.self)
    }

    @Test("several reports in one run: each output belongs to the format before it")
    func reports() throws {
        let run = try ecslint(
            "queue.yaml", "--format", "text", "--format", "sarif", "--output", "a.sarif", "--format=json",
            "--output=b.json")
        #expect(run.status == 1)
        #expect(run.output.contains("error[SQS010]"))
        #expect(try text("a.sarif").contains("\"2.1.0\""))
        #expect(try text("b.json").contains("\"fingerprint\""))
        #expect(run.errors.isEmpty)
    }

    @Test("a file for the one format, before or after it")
    func oneReport() throws {
        #expect(try ecslint("queue.yaml", "--output", "a.txt").status == 1)
        #expect(try text("a.txt").contains("error[SQS010]"))
        #expect(try ecslint("queue.yaml", "--output", "b.json", "--format", "json").output.isEmpty)
        #expect(try text("b.json").hasPrefix("{"))
    }

    @Test("two reports for one standard output, and an output without a format, are mistakes")
    func ambiguousReports() throws {
        #expect(try ecslint("queue.yaml", "--format", "json", "--format", "sarif").status == 2)
        #expect(try ecslint("queue.yaml", "--format", "json", "--output", "a", "--output", "b").status == 2)
    }

    @Test("a template in one line of megabytes: no report copies the line for each finding")
    func oneLine() throws {
        let tags = (0..<20).map { "{\"Key\":\"k\($0)\",\"Value\":\"\(String(repeating: "x", count: 50))\"}" }.joined(
            separator: ",")
        let queues = (0..<1000).map {
            "\"Q\($0)\":{\"Type\":\"AWS::SQS::Queue\",\"Properties\":{\"DelaySeconds\":901,\"Tags\":[\(tags)]}}"
        }
        try folder.write("{\"Resources\":{\(queues.joined(separator: ","))}}", to: "one.json")
        let formats = ["text", "json", "sarif", "junit", "github", "gitlab", "markdown"]
        let reports = formats.flatMap { ["--format", $0, "--output", "report.\($0)"] }
        let run = try ProgramRun(
            try Program.path(), ["one.json", "--select", "SQS010"] + reports, in: folder.path, environment: ["PATH": "/bin"])
        #expect(run.status == 1)
        for format in formats {
            let report = try text("report.\(format)")
            #expect(report.utf8.count < 3000 * 1000, "\(format) has \(report.utf8.count) bytes for 1,000 findings")
            #expect(report.contains("delay 901 s of queue Q0"), "\(format)")
        }
        #expect(try text("report.text").split(separator: "\n").allSatisfy { $0.unicodeScalars.count < 200 })
    }

    @Test("a report that cannot be written is trouble")
    func unwritable() throws {
        let run = try ecslint("queue.yaml", "--output", "absent/a.txt")
        #expect(run.status == 2)
        #expect(run.errors.contains("absent/a.txt"))
        let others = try ecslint("queue.yaml", "--format", "sarif", "--output", "absent/a", "--format", "json", "--output", "b")
        #expect(others.status == 2)
        #expect(try text("b").contains("SQS010"), "the others are written all the same")
    }

    @Test("trouble is told on standard error when no text goes to standard output")
    func troubleLines() throws {
        let run = try ecslint("absent.yaml", "--format", "json")
        #expect(run.status == 2)
        #expect(run.errors == "ecslint: absent.yaml: there is no such file or folder\n")
    }

    @Test("a reader that goes away ends the program without a word")
    func brokenPipe() throws {
        for index in 0..<400 { try folder.write(try text("queue.yaml"), to: "many/\(index).yaml") }
        let run = try ProgramRun(
            "/bin/sh", ["-c", "\"\(try Program.path())\" many | head -n 1"], in: folder.path,
            environment: ["PATH": "/usr/bin:/bin"])
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n").count == 1)
        #expect(run.errors.isEmpty)
    }

    @Test("colour when asked for, never into a file")
    func color() throws {
        #expect(try ecslint("queue.yaml").output.contains("\u{1B}") == false)
        #expect(try ecslint("queue.yaml", "--color", "always").output.contains("\u{1B}"))
        #expect(try ecslint("queue.yaml", "--color", "never").output.contains("\u{1B}") == false)
    }

    @Test("the configuration is found upward, and its paths start from its own folder")
    func configuration() throws {
        try folder.write("ignore: [SQS]\nparameters:\n  stacks/app.yaml: params.json\n", to: "ecslint.yaml")
        try folder.write(#"{"Delay": 5}"#, to: "params.json")
        try folder.write(
            "Parameters: {Delay: {Type: Number, AllowedValues: [1]}}\nResources: {Jobs: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: !Ref Delay}}}\n",
            to: "stacks/app.yaml")
        #expect(try ecslint("stacks/app.yaml", "--quiet").output.contains("TPL006"))
        let within = try ProgramRun(
            try Program.path(), ["app.yaml", "--quiet"], in: folder.path + "/stacks", environment: [:])
        #expect(within.output.contains("TPL006"))
        #expect(!within.output.contains("SQS"))
        try folder.write("ignore: [TPL]\n", to: "other.yaml")
        #expect(try ecslint("stacks/app.yaml", "--config", "other.yaml").status == 0)
    }

    @Test("a configuration of another name is trouble, not silence", arguments: ["ecslint.yml", ".ecslint.yaml"])
    func misnamedConfiguration(_ name: String) throws {
        try folder.write("ignore: [SQS]\n", to: name)
        let run = try ecslint("queue.yaml")
        #expect(run.status == 2)
        #expect(run.output.contains(name) && run.output.contains("Call it ecslint.yaml"))
        #expect(try ecslint("queue.yaml", "--config", name).status == 0)
        try folder.write("ignore: [SQS]\n", to: "ecslint.yaml")
        #expect(try ecslint("queue.yaml").status == 0)
    }

    @Test("a folder of which everything is left out says so")
    func leftOut() throws {
        try folder.write("exclude: [\"*.yaml\"]\n", to: "ecslint.yaml")
        let run = try ecslint(".")
        #expect(run.status == 2)
        #expect(run.output.contains("`exclude` names it"))
    }

    @Test("a full path is shown relative to the working folder")
    func fullPath() throws {
        #expect(try ecslint(folder.path + "/queue.yaml").output.contains("--> queue.yaml:5:7"))
    }

    @Test("the same input gives the same bytes, with one thread or many")
    func deterministic() throws {
        for index in 0..<50 { try folder.write(try text("queue.yaml"), to: "many/\(index).yaml") }
        let one = try ecslint("many", "--format", "json", "--jobs", "1")
        let many = try ecslint("many", "--format", "json", "--jobs", "16")
        #expect(one.output == many.output)
        #expect(one.output.contains("\"errors\": 50"))
    }

    @Test("help and version succeed, a wrong command or number is a mistake")
    func usage() throws {
        #expect(try ecslint("--help").status == 0)
        #expect(try ecslint("--version").output.hasPrefix("0."))
        #expect(try ecslint("explain").status == 2)
        #expect(try ecslint("queue.yaml", "--jobs", "0").status == 2)
        #expect(try ecslint("rules", "nonsense").status == 2)
    }

    @Test("the rules' own tests pass, and the list names every family")
    func rules() throws {
        let tests = try ecslint("rules", "test")
        #expect(tests.status == 0, "\(tests.output)")
        let list = try ecslint("rules", "list").output
        for family in ["SQS001", "SCL001", "ECS001", "ASG001", "TPL001"] {
            #expect(list.contains("\n\(family)") || list.hasPrefix(family))
        }
    }
}
