import Rules
import Text
import YAMLBridge

/// The rules that a run knows, for reports and for `explain`.
package struct RuleCatalog: Sendable {
    /// Sorted by id.
    package let rules: [RuleDescription]

    /// - Parameter documents: rule files beside the built-in ones.
    /// - Throws: faults in the rule files.
    package init(documents: [Document] = []) throws(ConfigurationError) {
        do {
            let set = try RuleSet.load(documents, sections: .everything)
            rules = (set.rules.map(RuleDescription.init) + RuleDescription.ofNoFile).sorted { $0.id < $1.id }
        } catch {
            throw ConfigurationError(error.diagnostics.map { Diagnostic($0) })
        }
    }

    /// - Parameter folders: of rule files beside the built-in ones.
    /// - Throws: what cannot be read, and faults in the rule files.
    package init(folders: [String]) throws(ConfigurationError) {
        try self.init(documents: try RuleFolder.documents(in: folders))
    }

    /// The rules that ran: every one that a finding of a result may name.
    package static func descriptions(for result: LintResult) -> [RuleDescription] {
        // A run whose rules cannot be read has findings of the templates alone.
        let rules = (try? RuleCatalog(documents: result.ruleDocuments))?.rules ?? RuleDescription.ofNoFile
        return rules.filter { result.ruleConfiguration.isEnabled(id: $0.id, name: $0.name, status: $0.status) }
    }

    /// The rule of an id or name, in any case.
    package func rule(_ idOrName: String) -> RuleDescription? {
        let wanted = idOrName.lowercased()
        return rules.first { $0.id.lowercased() == wanted || $0.name == wanted }
    }

    /// "Did you mean 'SQS001'?" for a misspelled id or name; `nil` when none is near.
    ///
    /// A part of a name counts as a slip as well: `visibility` is near to the rules that speak of it.
    package func question(for idOrName: String) -> String? {
        if let question = NearestName.question(for: idOrName, among: rules.flatMap { [$0.id, $0.name] }) { return question }
        let part = idOrName.lowercased()
        let holding = part.utf8.count < 3 ? [] : rules.filter { $0.name.contains(part) || $0.id.lowercased().hasPrefix(part) }
        guard !holding.isEmpty else { return nil }
        let names = holding.prefix(Self.mostNear).map { "'\($0.id)' (\($0.name))" }
        return "Did you mean \(names.joined(separator: ", "))?"
    }

    /// Rules that a hint names at most.
    private static let mostNear = 4
}
