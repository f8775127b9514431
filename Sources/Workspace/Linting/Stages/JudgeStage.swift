import CEL
import Capacity
import Rules
import Templates
import Text
import Topology

/// The stage that asks the rules: from the model to verdicts.
struct JudgeStage {
    private let configuration: Configuration
    private let context: CalculatorContext
    private let model: Model
    private let rules: RuleSet
    private let jobs: Int
    let ruleConfiguration: RuleConfiguration

    /// - Throws: faults in the user's rule files, and names of rules that are not there.
    init(_ request: LintRequest, _ model: Model) throws(RuleTrouble) {
        configuration = request.input.configuration
        jobs = request.input.jobs
        // The configuration's bound keeps the number in the range of an Int of any size.
        context = CalculatorContext(
            catalog: request.input.catalog, hostMemoryMiB: configuration.hostMemoryMiB.map { Int(clamping: $0) },
            region: configuration.region.map { RegionChoice(name: $0, origin: .configuration) } ?? .assumed,
            timeZones: request.timeZones)
        let ruleConfiguration = RuleConfiguration(
            select: configuration.select.map(\.text), ignore: configuration.ignore.map(\.text),
            overrides: Dictionary(
                configuration.rules.map { ($0.rule, $0.override) }, uniquingKeysWith: { _, last in last }))
        self.ruleConfiguration = ruleConfiguration
        self.model = model
        do {
            rules = try RuleSet.load(request.ruleDocuments) { rule in
                Kind(name: rule.kind).map { !model.ids(of: $0).isEmpty } == true
                    && ruleConfiguration.isEnabled(id: rule.id, name: rule.name, status: rule.status)
            }
        } catch {
            throw RuleTrouble(diagnostics: error.diagnostics.map { Diagnostic($0) })
        }
        let unknown = unknownNames()
        guard unknown.isEmpty else { throw RuleTrouble(diagnostics: unknown) }
    }

    /// - Throws: when a rule is broken; its silence would look like a pass.
    func judge() throws(RuleTrouble) -> RuleOutcome {
        do {
            return try RuleEngine.evaluate(
                model, rules: rules, configuration: ruleConfiguration, context: context, jobs: jobs)
        } catch {
            throw RuleTrouble(diagnostics: error.diagnostics.map { Diagnostic($0) })
        }
    }

    /// What some rules say of the templates evaluated with other values.
    func judge(_ workload: Workload, by ids: Set<String>) throws(RuleTrouble) -> RuleOutcome {
        let model = ModelBuilder(facts: configuration.workers).build(workload)
        do {
            return try RuleEngine.evaluate(
                model, rules: rules.only(ids), configuration: ruleConfiguration, context: context, jobs: jobs)
        } catch {
            throw RuleTrouble(diagnostics: error.diagnostics.map { Diagnostic($0) })
        }
    }

    /// Every rule that a run could ask.
    var knownRules: [SuppressionStage.KnownRule] {
        let ofFiles = rules.headers.map { (id: $0.id, name: $0.name, status: $0.status) }
        let others = RuleDescription.ofNoFile.map { (id: $0.id, name: $0.name, status: $0.status) }
        return (ofFiles + others).map { rule in
            let isEnabled = ruleConfiguration.isEnabled(id: rule.id, name: rule.name, status: rule.status)
            return SuppressionStage.KnownRule(id: rule.id, name: rule.name, isEnabled: isEnabled)
        }
    }

    /// Every name in `select`, `ignore`, `rules` and `suppress` that fits no rule: a misspelled one would silently check too little.
    private func unknownNames() -> [Diagnostic] {
        let known = knownRules
        let names = Set(known.flatMap { [$0.id, $0.name] })
        let suppressible = known.reduce(into: Set<String>()) {
            $0.formUnion(Suppression.Selector.texts(fitting: $1.id, name: $1.name))
        }
        let suppressed = configuration.suppress.flatMap(\.rules).filter { !suppressible.contains($0.text) }
        let selectors = (configuration.select + configuration.ignore).filter { selector in
            guard !names.contains(selector.text) else { return false }
            let only = RuleConfiguration(select: [selector.text])
            return !known.contains { only.isEnabled(id: $0.id, name: $0.name) }
        }
        let adjusted = configuration.rules.filter { !names.contains($0.rule) }
            .map { Configuration.RuleName($0.rule, span: $0.key.span) }
        return diagnostics(of: selectors + adjusted + suppressed, RuleSuggestions(known))
    }

    /// Most unknown names that are listed one by one.
    private static let mostUnknown = 100

    private func diagnostics(of unknown: [Configuration.RuleName], _ suggestions: RuleSuggestions) -> [Diagnostic] {
        var suggestions = suggestions
        func diagnostic(_ name: Configuration.RuleName, _ message: String, help: String) -> Diagnostic {
            Diagnostic(
                code: "unknown-rule", message: message, help: help, file: name.span == nil ? nil : configuration.path,
                span: name.span)
        }
        let listed = unknown.prefix(Self.mostUnknown).map { name in
            diagnostic(name, "there is no rule '\(name.text)'", help: suggestions.help(for: name.text))
        }
        guard let next = unknown.dropFirst(Self.mostUnknown).first else { return listed }
        let message = "\(unknown.count - Self.mostUnknown) more names fit no rule and are not listed"
        return listed + [diagnostic(next, message, help: "`ecslint rules list` names them all.")]
    }
}
