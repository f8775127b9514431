import Foundation
import Topology

@testable import Rules

/// All rules, compiled once, and the stack that their examples are put into.
struct AdviceBench: Sendable {
    let rules: RuleSet
    let stack: AdviceStack
    private let compiled: [CompiledRule]
    private let compiler: RuleCompiler

    /// One for all tests: rules take longer to read and compile than to ask.
    static let shared = Result { try AdviceBench() }

    init() throws {
        rules = try RuleSet.load(BuiltInRuleTests.documents(), includesBuiltIn: false, sections: .everything)
        let path = BuiltInRuleTests.root.appending(path: "Tests/Advice/worker.yaml")
        stack = AdviceStack(try String(contentsOf: path, encoding: .utf8))
        var compiler = RuleCompiler(
            schema: .builtIn, configuration: RuleConfiguration(), context: CalculatorContext())
        compiled = rules.rules.filter { compiler.configuration.isEnabled(id: $0.id, name: $0.name, status: $0.status) }
            .compactMap { compiler.compile($0) }
        guard compiler.diagnostics.isEmpty else { throw RuleLoadError(compiler.diagnostics) }
        self.compiler = compiler
    }

    /// What all rules find in a stack.
    func findings(_ stack: AdviceStack) throws -> [Finding] {
        try findings(RuleFixtures.cloudFormation(stack.text, path: "worker.yaml"))
    }

    /// What all rules find in a model.
    func findings(_ model: Model) throws -> [Finding] {
        try RuleEngine.evaluate(model, compiled, compiler).findings
    }
}
