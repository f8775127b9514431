import Topology

/// Which verdicts the tests of a rule saw for each check.
struct TestCoverage {
    private var found: Set<String> = []
    private var passed: Set<String> = []
    private var undecided: Set<String> = []

    mutating func add(_ outcome: RuleOutcome) {
        found.formUnion(outcome.findings.map { "\($0.rule)/\($0.check)" })
        undecided.formUnion(outcome.undecided.map { "\($0.rule)/\($0.check)" })
        passed.formUnion(outcome.passed)
    }

    /// Fails for each check that lacks a test.
    func result(for rule: Rule, schema: ModelSchema) -> RuleTestResult {
        var compiler = RuleCompiler(schema: schema, configuration: RuleConfiguration(), context: CalculatorContext())
        let compiled = compiler.compile(rule, includingPresentations: true)
        var failures = compiler.diagnostics
        for check in compiled?.checks ?? [] {
            let key = "\(rule.id)/\(check.check.id)"
            var missing: [String] = []
            if !found.contains(key) { missing.append("a finding") }
            if !passed.contains(key) { missing.append("something that passes it") }
            if Self.readsModel(check, in: compiled), !undecided.contains(key), check.check.unknownPolicy == .skip {
                missing.append("an undecided verdict")
            }
            guard !missing.isEmpty else { continue }
            failures.append(
                RuleDiagnostic(
                    at: check.check.idNode, code: "untested-check",
                    message: "no test of '\(check.check.id)' shows \(missing.joined(separator: " or "))",
                    help: "add a test for each"))
        }
        return RuleTestResult(
            rule: rule.id, name: "coverage", file: rule.file, span: rule.idNode.span, failures: failures)
    }

    private static func readsModel(_ check: CompiledCheck, in rule: CompiledRule?) -> Bool {
        let conditions = [rule?.condition, rule?.list, rule?.memberCondition, check.condition, check.assertion]
        return conditions.compactMap { $0 }.contains { !$0.program.referencedFields.isEmpty }
    }
}
