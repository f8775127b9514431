import Evaluation
import Foundation
import Rules
import Templates
import Topology
import YAMLBridge

/// What each stage of a lint of one file takes, in processor time and by the wall clock: reading, evaluating, the model, the
/// rules.
enum StageMeasurement {
    static func run(_ path: String, threads: Int, processorTime: () -> Double) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let start = (processor: processorTime(), wall: ContinuousClock.now)
        var last = start
        func say(_ stage: String, since past: (processor: Double, wall: ContinuousClock.Instant)) -> Double {
            let wall = (ContinuousClock.now - past.wall) / .milliseconds(1)
            print("\(stage): \(rounded(processorTime() - past.processor)) ms, \(rounded(wall)) ms by the clock")
            return wall
        }
        func done(_ stage: String) {
            _ = say(stage, since: last)
            last = (processorTime(), ContinuousClock.now)
        }
        let document = try Document.parse(bytes, path: path)
        done("read")
        var options = LoadOptions()
        options.terraformTypes = ModelSchema.builtIn.terraformTypes
        options.terraformWords = ScalarSearch(ModelSchema.terraformWords)
        options.jobs = threads
        let workload = Workload.load([document], options: options)
        done("evaluate")
        let model = ModelBuilder().build(workload)
        done("model of \(model.objects.count) objects")
        let rules = try RuleSet.load { !model.ids(of: $0.kind).isEmpty }
        let outcome = try RuleEngine.evaluate(model, rules: rules, jobs: threads)
        done("\(rules.rules.count) rules with \(outcome.findings.count) findings, \(outcome.undecided.count) undecided")
        let wall = say("together, \(threads == 1 ? "one thread" : "\(threads) threads")", since: start)
        print("\(rounded(Double(bytes.count) / 1_000 / wall)) MB/s by the clock")
    }

    private static func rounded(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}
