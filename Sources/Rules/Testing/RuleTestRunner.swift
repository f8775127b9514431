import Evaluation
import CEL
import Templates
import Topology
import YAMLBridge

/// Runs the tests that stand in rule files.
package struct RuleTestRunner {
    let schema: ModelSchema
    let timeZones: TimeZoneSource
    /// Reads a file that a test names, by its path as written and the path of the rule file.
    let readFile: (_ name: String, _ ruleFile: String) -> [UInt8]?

    /// Creates a runner.
    ///
    /// - Parameters:
    ///   - schema: the model table that the rules read.
    ///   - timeZones: what expressions know of the time zones of places.
    ///   - readFile: gives a file that a test names, by the path as written and the rule file's path; `nil` where it
    ///     cannot be read.
    package init(
        schema: ModelSchema = .builtIn, timeZones: TimeZoneSource = .none,
        readFile: @escaping (_ name: String, _ ruleFile: String) -> [UInt8]? = { _, _ in nil }
    ) {
        self.schema = schema
        self.timeZones = timeZones
        self.readFile = readFile
    }

    /// The results of all tests of the rules, and for each rule one named "coverage": every check needs a test with a
    /// finding, one that passes it, and one that is undecided when it reads the model.
    ///
    /// The rules must have been loaded with `.everything`.
    ///
    /// - Parameter mutating: adds for each rule a result named "mutation": each comparison, constant and boolean operator
    ///   of what it asserts is replaced, one at a time, and some test must notice. Only where the tests pass.
    package func run(_ rules: RuleSet, mutating: Bool = false) -> [RuleTestResult] {
        rules.rules.flatMap { rule in
            var coverage = TestCoverage()
            var results = rule.tests.map { result(of: $0, rule, &coverage) }
            results.append(coverage.result(for: rule, schema: schema))
            if mutating, results.allSatisfy(\.isPassed) { results.append(RuleMutator(runner: self).result(for: rule)) }
            return results
        }
    }

    func passes(_ test: RuleTest, _ rule: Rule) -> Bool {
        var unused = TestCoverage()
        return result(of: test, rule, &unused).isPassed
    }

    private func result(of test: RuleTest, _ rule: Rule, _ coverage: inout TestCoverage) -> RuleTestResult {
        let failures: [RuleDiagnostic]
        switch run(test, rule) {
        case .failed(let diagnostics):
            failures = diagnostics
        case .ran(let outcome, let template):
            coverage.add(outcome)
            failures = TestComparison(test: test, template: template, outcome: outcome).failures
        }
        return RuleTestResult(
            rule: rule.id, name: test.name, file: test.node.document.path, span: test.node.span, failures: failures)
    }

    private enum Run {
        case ran(RuleOutcome, template: String?)
        case failed([RuleDiagnostic])
    }

    private func run(_ test: RuleTest, _ rule: Rule) -> Run {
        let settings = TestConfiguration(test.configuration, timeZones: timeZones)
        guard settings.diagnostics.isEmpty else { return .failed(settings.diagnostics) }
        let overrides = (test.parameters?.entries ?? []).map {
            RuleConfiguration.Override.Parameter(name: $0.key, value: $0.value)
        }
        let configuration = RuleConfiguration(
            select: [rule.id], overrides: [rule.id: RuleConfiguration.Override(parameters: overrides)])
        switch input(of: test, rule, settings) {
        case .failed(let diagnostics): return .failed(diagnostics)
        case .model(let model, let template):
            do {
                let outcome = try RuleEngine.evaluate(
                    model, rules: RuleSet(rules: [rule]), configuration: configuration, context: settings.context)
                return .ran(outcome, template: template)
            } catch {
                return .failed(error.diagnostics)
            }
        }
    }

    private enum Input {
        case model(Model, template: String?)
        case failed([RuleDiagnostic])
    }

    private func input(of test: RuleTest, _ rule: Rule, _ settings: TestConfiguration) -> Input {
        switch test.input {
        case .model(let entries):
            var fixture = ModelFixture(schema: schema)
            for entry in entries { fixture.add(entry, kind: rule.selection.kind) }
            return fixture.diagnostics.isEmpty ? .model(fixture.model, template: nil) : .failed(fixture.diagnostics)
        case .template(let format, .text(let node)):
            let path = "\(node.document.path):\(node.span.start.line)"
            return template(Array(node.text.utf8), path: path, format: format, at: node, settings)
        case .template(let format, .file(let node)):
            guard let bytes = readFile(node.text, node.document.path) else {
                return .failed([RuleDiagnostic(at: node, code: "not-found", message: "the file '\(node.text)' cannot be read")])
            }
            return template(bytes, path: node.text, format: format, at: node, settings)
        }
    }

    private func template(
        _ bytes: [UInt8], path: String, format: RuleTest.Format, at node: Node, _ settings: TestConfiguration
    ) -> Input {
        do {
            let document = try Document.parse(bytes, path: format.path(path))
            let workload = Workload.load([document], options: settings.options)
            let model = ModelBuilder(schema: schema, facts: settings.facts).build(workload)
            guard let stack = workload.stacks.first, stack.kind == format.templateKind else {
                let message = "the input is not a \(format.rawValue) template"
                return .failed([RuleDiagnostic(at: node, code: "no-template", message: message)])
            }
            return .model(model, template: String(decoding: bytes, as: UTF8.self))
        } catch {
            let start = error.diagnostic.span.start
            return .failed([
                RuleDiagnostic(
                    at: node, code: "parse",
                    message: "line \(start.line), column \(start.column) of the input: \(error.diagnostic.message)")
            ])
        }
    }
}

extension RuleTest.Format {
    fileprivate var templateKind: TemplateKind {
        switch self {
        case .model: .unrecognised
        case .cloudformation: .cloudFormation
        case .terraformPlan: .terraformPlan
        case .terraformJSON: .terraformConfiguration
        }
    }

    /// A path by which the loaders know what they read: Terraform's configuration is told by the file's name.
    fileprivate func path(_ path: String) -> String {
        self == .terraformJSON && !path.hasSuffix(".tf.json") ? path + ".tf.json" : path
    }
}
