import Foundation
import TestSupport
import Testing

/// The real AWS CLI, asking a moto server on the loopback interface that the test starts and stops.
@Suite("Imports of the real AWS CLI's output", .serialized)
struct AWSCommandLineTests {
    /// The folder with `aws` and `moto_server`: `ECSLINT_AWS_TOOLS`, else one of `PATH`; prints a line when there is none.
    private static var tools: String? {
        let environment = ProcessInfo.processInfo.environment
        let folders = environment["ECSLINT_AWS_TOOLS"].map { [$0] } ?? (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let found = folders.first { folder in
            ["aws", "moto_server"].allSatisfy { FileManager.default.isExecutableFile(atPath: folder + "/" + $0) }
        }
        if found == nil { print("not run: aws and moto_server are not installed (set ECSLINT_AWS_TOOLS to their folder)") }
        return found
    }

    private let environment = [
        "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "eu-west-1", "AWS_MAX_ATTEMPTS": "1", "SOURCE_DATE_EPOCH": "1795219200",
    ]

    private func aws(_ tools: String, port: Int, _ arguments: [String], in folder: TemporaryFolder) throws -> ProgramRun {
        try ProgramRun(
            tools + "/aws", ["--endpoint-url", "http://127.0.0.1:\(port)", "ec2"] + arguments, in: folder.path,
            environment: environment)
    }

    @Test("instance types and Spot prices")
    func instanceTypesAndSpotPrices() throws {
        guard let tools = Self.tools else { return }
        let folder = try TemporaryFolder()
        let port = 20_000 + Int(ProcessInfo.processInfo.processIdentifier) % 20_000
        let server = Process()
        server.executableURL = URL(filePath: tools + "/moto_server")
        server.arguments = ["-H", "127.0.0.1", "-p", "\(port)"]
        server.standardOutput = FileHandle.nullDevice
        server.standardError = FileHandle.nullDevice
        try server.run()
        defer {
            server.terminate()
            server.waitUntilExit()
        }
        let question = ["describe-instance-types", "--instance-types", "m5.large", "g4dn.12xlarge", "t4g.small"]
        var types = try aws(tools, port: port, question, in: folder)
        for _ in 0..<30 where types.status != 0 {
            Thread.sleep(forTimeInterval: 0.5)
            types = try aws(tools, port: port, question, in: folder)
        }
        try #require(types.status == 0, "\(types.errors)")
        let spot = try aws(
            tools, port: port, ["describe-spot-price-history", "--instance-types", "m5.large", "--product-descriptions", "Linux/UNIX"],
            in: folder)
        try #require(spot.status == 0, "\(spot.errors)")
        let files = [try folder.write(types.output, to: "types.json"), try folder.write(spot.output, to: "spot.json")]

        let program = try Program.path()
        let run = try ProgramRun(
            program, ["catalog", "import", "--catalog", "prices"] + files, in: folder.path, environment: environment)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "Imported 3 instance types, 1 Spot prices into prices.\n")
        let table = try String(contentsOfFile: folder.path + "/prices/instance-types.tsv", encoding: .utf8)
        #expect(table.contains("m5.large\t2\t8192\tx86_64\t0\t0\tn\tn\ty\t3"))
        #expect(table.contains("g4dn.12xlarge\t48\t196608\tx86_64\t4\t"))
        #expect(table.contains("t4g.small\t2\t2048\tarm64\t"))
        let cost = try ProgramRun(
            program,
            ["cost", "--cpu", "512", "--memory", "1GB", "--tasks", "3", "--instance-type", "m5.large", "--region", "eu-west-1", "--on-demand-percent", "0", "--catalog", "prices", "--format", "json"],
            in: folder.path, environment: environment)
        #expect(cost.status == 0)
        #expect(cost.output.contains("\"spot\": 0.00001"))
    }
}
