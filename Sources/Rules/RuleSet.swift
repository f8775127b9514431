import Text
import Topology
import YAMLBridge

/// The rules of a run: the built-in ones and those of the user's folders.
package struct RuleSet: Sendable {
    /// Sorted by id.
    package let rules: [Rule]
    /// All rules there are, those that were passed over included; sorted by id.
    package let headers: [RuleHeader]

    /// A set of these rules alone.
    init(rules: [Rule]) {
        self.init(rules: rules, passedOver: [])
    }

    /// The rules of some ids alone.
    package func only(_ ids: Set<String>) -> RuleSet { RuleSet(rules: rules.filter { ids.contains($0.id) }) }

    private init(rules: [Rule], passedOver: [RuleHeader]) {
        self.rules = rules.sorted { $0.id < $1.id }
        headers = (rules.map(RuleHeader.init) + passedOver).sorted { $0.id < $1.id }
    }

    /// Reads rules.
    ///
    /// - Parameters:
    ///   - documents: the user's rule files. A rule with the id or name of another one must say `overrides:`.
    ///   - includesBuiltIn: false for the rules of `documents` alone.
    ///   - sections: `.everything` for documentation and tests of the built-in rules; a user's file is always read whole.
    ///   - isNeeded: whether a built-in rule must be read for an evaluation; one that need not is in `headers` alone.
    /// - Throws: everything that is wrong with the files, expressions of the user's rules included. The expressions of
    ///   the built-in rules are looked at when they are first needed.
    package static func load(
        _ documents: [Document] = [], includesBuiltIn: Bool = true, sections: RuleSections = .evaluation,
        needing isNeeded: (RuleHeader) -> Bool = { _ in true }
    ) throws(RuleLoadError) -> RuleSet {
        var faults: [RuleDiagnostic] = []
        var rules: [Rule] = []
        var passedOver: [RuleHeader] = []
        if includesBuiltIn {
            var parser = RuleFileParser(sections: sections)
            do {
                (rules, passedOver) = try builtIn(sections, isNeeded, &parser)
            } catch {
                faults.append(RuleDiagnostic(error))
            }
            faults += parser.diagnostics
        }
        var parser = RuleFileParser(sections: .everything)
        let own = parser.rules(in: documents.filter { !RuleFileParser.isTestFile($0.path) })
        faults += parser.diagnostics
        faults += RuleCompiler.faults(of: own, schema: .builtIn)
        let namesOthers = own.contains { $0.overrides != nil || $0.replacedBy != nil }
        let absent = !includesBuiltIn && namesOthers ? Self.builtInIDs() : []
        for rule in own {
            let known = rules.map(RuleHeader.init) + passedOver
            if let overridden = rule.overrides {
                if !known.contains(where: { $0.id == overridden }) && !absent.contains(overridden) {
                    faults.append(Self.nothingToOverride(overridden, by: rule, among: known.map(\.id) + absent))
                }
                rules.removeAll { $0.id == overridden }
                passedOver.removeAll { $0.id == overridden }
            }
            let others = rule.overrides == nil ? known : known.filter { $0.id != rule.overrides }
            if let other = others.first(where: { $0.id == rule.id || $0.name == rule.name }) {
                faults.append(Self.taken(rule, by: other))
            }
            rules.append(rule)
        }
        var tests = RuleFileParser(sections: .everything)
        for document in documents where RuleFileParser.isTestFile(document.path) {
            rules = tests.adding(testsIn: document, to: rules)
        }
        faults +=
            tests.diagnostics
            + Self.unknownReplacements(
                among: rules, ids: rules.map(\.id) + passedOver.map(\.id) + absent)
        guard faults.isEmpty else { throw RuleLoadError(faults) }
        return RuleSet(rules: rules, passedOver: passedOver)
    }

    private static func builtIn(
        _ sections: RuleSections, _ isNeeded: (RuleHeader) -> Bool, _ parser: inout RuleFileParser
    ) throws(ParseError) -> ([Rule], [RuleHeader]) {
        switch sections {
        case .everything: return (parser.rules(in: try EmbeddedRules().documents()), [])
        case .evaluation:
            let found = try EmbeddedRules().headers(needing: isNeeded)
            return (parser.rules(in: found.documents), found.passedOver)
        }
    }

    /// The built-in rules' ids, for rules of a user that are looked at alone. The embedded files parse: a test sees to it.
    private static func builtInIDs() -> [String] {
        (try? EmbeddedRules().headers(needing: { _ in false }).passedOver.map(\.id)) ?? []
    }

    /// The rule with an id or a name.
    package func rule(_ idOrName: String) -> Rule? {
        rules.first { $0.id == idOrName } ?? rules.first { $0.name == idOrName }
    }

    /// What is wrong with the expressions of all rules; none when every rule can be used.
    package func expressionFaults(schema: ModelSchema = .builtIn) -> [RuleDiagnostic] {
        RuleCompiler.faults(of: rules, schema: schema)
    }

    /// Deprecated rules that send their users to a rule that is not there.
    private static func unknownReplacements(among rules: [Rule], ids: [String]) -> [RuleDiagnostic] {
        rules.compactMap { rule in
            guard let replacement = rule.replacedBy, !ids.contains(replacement) else { return nil }
            return RuleDiagnostic(
                at: rule.replacedByNode ?? rule.idNode, code: "unknown-rule",
                message: "there is no rule \(replacement) to replace \(rule.id)",
                help: NearestName.question(for: replacement, among: ids))
        }
    }

    private static func taken(_ rule: Rule, by other: RuleHeader) -> RuleDiagnostic {
        let sameID = rule.id == other.id
        let what = sameID ? "id \(rule.id)" : "name \(rule.name)"
        return RuleDiagnostic(
            at: rule.idNode, code: "duplicate-rule", message: "the \(what) belongs to a rule in \(other.file)",
            help: "add `overrides: \(other.id)` to stand in for it, or take another \(sameID ? "id" : "name")")
    }

    private static func nothingToOverride(_ id: String, by rule: Rule, among ids: [String]) -> RuleDiagnostic {
        RuleDiagnostic(
            at: rule.overridesNode ?? rule.idNode, code: "unknown-rule", message: "there is no rule \(id) to override",
            help: NearestName.question(for: id, among: ids))
    }
}
