import Spelling
import Topology
import YAMLBridge

/// The rules of a run: the built-in ones and those of the user's folders.
public struct RuleSet: Sendable {
    /// Sorted by id.
    public let rules: [Rule]

    /// Reads rules.
    ///
    /// - Parameters:
    ///   - documents: the user's rule files. A rule with the id or name of another one must say `overrides:`.
    ///   - includesBuiltIn: false for the rules of `documents` alone.
    ///   - sections: `.everything` for documentation and tests of the built-in rules; a user's file is always read whole.
    /// - Throws: everything that is wrong with the files, expressions of the user's rules included. The expressions of
    ///   the built-in rules are looked at when they are first needed.
    public static func load(
        _ documents: [Document] = [], includesBuiltIn: Bool = true, sections: RuleSections = .evaluation
    ) throws(RuleLoadError) -> RuleSet {
        var faults: [RuleDiagnostic] = []
        var rules: [Rule] = []
        if includesBuiltIn {
            var parser = RuleFileParser(sections: sections)
            do {
                rules = parser.rules(in: try EmbeddedRules.documents(sections))
            } catch {
                faults.append(RuleDiagnostic(error))
            }
            faults += parser.diagnostics
        }
        var parser = RuleFileParser(sections: .everything)
        let own = parser.rules(in: documents.filter { !RuleFileParser.isTestFile($0.path) })
        faults += parser.diagnostics
        faults += RuleCompiler.faults(of: own, schema: .builtIn)
        for rule in own {
            if let overridden = rule.overrides {
                let kept = rules.filter { $0.id != overridden }
                if kept.count == rules.count { faults.append(Self.nothingToOverride(overridden, by: rule, among: rules)) }
                rules = kept
            }
            if let other = rules.first(where: { $0.id == rule.id || $0.name == rule.name }) {
                faults.append(Self.taken(rule, by: other))
            }
            rules.append(rule)
        }
        var tests = RuleFileParser(sections: .everything)
        for document in documents where RuleFileParser.isTestFile(document.path) {
            rules = tests.adding(testsIn: document, to: rules)
        }
        faults += tests.diagnostics + Self.unknownReplacements(among: rules)
        guard faults.isEmpty else { throw RuleLoadError(faults) }
        return RuleSet(rules: rules.sorted { $0.id < $1.id })
    }

    /// The rule with an id or a name.
    public func rule(_ idOrName: String) -> Rule? {
        rules.first { $0.id == idOrName } ?? rules.first { $0.name == idOrName }
    }

    /// What is wrong with the expressions of all rules; none when every rule can be used.
    public func expressionFaults(schema: ModelSchema = .builtIn) -> [RuleDiagnostic] {
        RuleCompiler.faults(of: rules, schema: schema)
    }

    /// Deprecated rules that send their users to a rule that is not there.
    private static func unknownReplacements(among rules: [Rule]) -> [RuleDiagnostic] {
        rules.compactMap { rule in
            guard let replacement = rule.replacedBy, !rules.contains(where: { $0.id == replacement }) else { return nil }
            return RuleDiagnostic(
                at: rule.idNode, code: "unknown-rule", message: "there is no rule \(replacement) to replace \(rule.id)",
                help: NearestName.question(for: replacement, among: rules.map(\.id)))
        }
    }

    private static func taken(_ rule: Rule, by other: Rule) -> RuleDiagnostic {
        let sameID = rule.id == other.id
        let what = sameID ? "id \(rule.id)" : "name \(rule.name)"
        return RuleDiagnostic(
            at: rule.idNode, code: "duplicate-rule", message: "the \(what) belongs to a rule in \(other.file)",
            help: "add `overrides: \(other.id)` to stand in for it, or take another \(sameID ? "id" : "name")")
    }

    private static func nothingToOverride(_ id: String, by rule: Rule, among rules: [Rule]) -> RuleDiagnostic {
        RuleDiagnostic(
            at: rule.idNode, code: "unknown-rule", message: "there is no rule \(id) to override",
            help: NearestName.question(for: id, among: rules.map(\.id)))
    }
}
