import Evaluation
import Templates
import Topology
import YAMLBridge

@testable import Rules

/// Rules and models written in tests.
enum RuleFixtures {
    /// A rule file with one check on queues; `body` replaces everything from `select:` on.
    static func text(_ body: String) -> String {
        """
        apiVersion: ecslint/v1
        kind: Rule
        id: TST001
        name: test-rule
        severity: error
        category: test
        \(body)
        """
    }

    static func document(_ text: String, path: String = "rules/test.yaml") throws -> Document {
        try Document.parse(Array(text.utf8), path: path)
    }

    static func rules(_ body: String) throws -> RuleSet {
        try RuleSet.load([document(text(body))], includesBuiltIn: false)
    }

    /// A model of queues: `name: {field: value}`.
    static func queues(_ text: String, path: String = "queues.yaml") throws -> Model {
        var fixture = ModelFixture(schema: .builtIn)
        for entry in try document(text, path: path).root?.entries ?? [] { fixture.add(entry, kind: "queue") }
        if let fault = fixture.diagnostics.first { throw RuleLoadError([fault]) }
        return fixture.model
    }

    static func evaluate(_ body: String, _ queues: String) throws -> RuleOutcome {
        try RuleEngine.evaluate(Self.queues(queues), rules: rules(body))
    }

    /// What the built-in rules know of AWS's types.
    static var options: LoadOptions {
        var options = LoadOptions()
        options.facts = .builtIn
        return options
    }

    static func cloudFormation(
        _ text: String, path: String = "app.yaml", options: LoadOptions = LoadOptions()
    ) throws -> Model {
        var options = options
        options.facts = .builtIn
        return ModelBuilder().build(Workload.load([try document(text, path: path)], options: options))
    }

    /// What is wrong with a rule file.
    static func faults(_ text: String) throws -> [RuleDiagnostic] {
        do {
            _ = try RuleSet.load([document(text)], includesBuiltIn: false)
            return []
        } catch let error as RuleLoadError {
            return error.diagnostics
        }
    }
}
