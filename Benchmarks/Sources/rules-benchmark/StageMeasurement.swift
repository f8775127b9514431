import Foundation
import Rules
import Templates
import Topology
import YAMLBridge

/// What each stage of a lint of one file takes, in processor time: reading, evaluating, the model, the rules.
enum StageMeasurement {
    static func run(_ path: String, clock: () -> Double) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        var last = clock()
        func done(_ stage: String) {
            let now = clock()
            print("\(stage): \(((now - last) * 100).rounded() / 100) ms")
            last = now
        }
        let document = try Document.parse(bytes, path: path)
        done("read")
        var options = LoadOptions()
        options.terraformTypes = ModelSchema.builtIn.terraformTypes
        options.terraformWords = ScalarSearch(ModelSchema.terraformWords)
        let workload = Workload.load([document], options: options)
        done("evaluate")
        let model = ModelBuilder().build(workload)
        done("model of \(model.objects.count) objects")
        let rules = try RuleSet.load { !model.ids(of: $0.kind).isEmpty }
        let outcome = try RuleEngine.evaluate(model, rules: rules)
        done("\(rules.rules.count) rules with \(outcome.findings.count) findings, \(outcome.undecided.count) undecided")
    }
}
