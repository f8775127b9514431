import Foundation
import TestSupport
import Testing

@Suite("absurd flags of cost")
struct CostFlagTests {
    private static let task = ["--cpu", "256", "--memory", "512", "--tasks", "5"]

    /// The flag that is wrong with its value, and what it stands beside.
    static let absurd: [[String]] =
        [
            ["--gpus", "-1"], ["--gpus", "65"], ["--zones", "0"], ["--zones", "17"], ["--hours", "0"], ["--hours", "-3"],
            ["--hours", "1e9"],
            ["--spot-price", "-1"], ["--spot-price", "0"], ["--spot-discount", "101"], ["--spot-discount", "-1"],
            ["--target-capacity", "0"],
            ["--target-capacity", "101"], ["--on-demand-base", "-2"], ["--on-demand-percent", "130"],
            ["--on-demand-percent", "-1"],
            ["--daemon", "-1:5"], ["--daemon", "5"], ["--host-memory", "-1"], ["--network-mode", "moon"], ["--arch", "mips"],
            ["--soft-memory", "1024"], ["--soft-memory", "0"], ["--queue-rate", "5/s"], ["--processing-seconds", "5"],
            ["--latency-goal", "5s"], ["--fifo"],
        ].map { $0 + task }
        + ["0", "2", "15", "-5", "1e3", "", "196609", "0.3vcpu"].map { ["--cpu", $0, "--memory", "512", "--tasks", "5"] }
        + ["0", "5", "-1", "1PB", "33554433"].map { ["--memory", $0, "--cpu", "256", "--tasks", "5"] }
        + ["0", "-1", "5:3:1", "2:1", "1:2:3:4", "1000000001", "99999999999999999999", "1.5", "0:0:0"].map {
            ["--tasks", $0, "--cpu", "256", "--memory", "512"]
        }
        + ["0/s", "-1/s", "1/fortnight", "1000001/s", "s"].map { ["--queue-rate", $0, "--processing-seconds", "2"] }
        + ["0", "-1", "43201"].map { ["--processing-seconds", $0, "--queue-rate", "2"] }
        + ["0s", "-1s", "1s", "13h", "soon"].map { ["--latency-goal", $0, "--queue-rate", "2", "--processing-seconds", "2"] }

    @Test("each is an error that names the flag", arguments: absurd)
    func refused(arguments: [String]) throws {
        let run = try ProgramRun(
            try Program.path(), ["cost"] + arguments, in: PackageFolder.root.path, environment: ["HOME": NSTemporaryDirectory()])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(arguments.first ?? "?"), "\(run.errors)")
    }
}
