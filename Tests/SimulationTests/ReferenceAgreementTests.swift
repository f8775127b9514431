import Foundation
import Simulation
import TestSupport
import Testing

/// Event by event, the Swift does what `Tests/SimulationReference` does.
///
/// `ECSLINT_SIMULATIONS=1000` asks for more than the few of every run.
@Suite struct ReferenceAgreementTests {
    @Test func theSameEventsInTheSameOrder() throws {
        let count = Int(ProcessInfo.processInfo.environment["ECSLINT_SIMULATIONS"] ?? "") ?? 25
        let trials = (0..<count).map { ReferenceTrial(seed: UInt64($0)) }
        let folder = try TemporaryFolder()
        let configurations = try trials.map { trial in
            String(decoding: try JSONSerialization.data(withJSONObject: trial.configuration), as: UTF8.self)
        }
        let file = try folder.write(configurations.joined(separator: "\n"), to: "configurations.jsonl")
        let reference = PackageFolder.root.appending(path: "Tests/SimulationReference/reference.py")
        let run = try ProgramRun(
            "/usr/bin/env", ["python3", reference.path, file, "--plain"], in: PackageFolder.root.path,
            environment: ProcessInfo.processInfo.environment)
        #expect(run.status == 0, "\(run.errors)")
        var expected: [[Substring]] = [[]]
        for line in run.output.split(separator: "\n") {
            expected[expected.count - 1].append(line)
            if line.hasPrefix("totals") { expected.append([]) }
        }
        #expect(expected.count == count + 1)
        for (index, trial) in trials.enumerated() where expected.indices.contains(index) {
            let lines = trial.lines()
            guard lines != expected[index].map(String.init) else { continue }
            let place = zip(lines, expected[index]).enumerated().first { $0.element.0 != $0.element.1 }
            Issue.record("trial \(index) differs: \(String(describing: place)) \(configurations[index])")
        }
    }
}
