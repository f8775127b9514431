import Rules
import YAMLBridge

/// The rules that a run knows, for reports and for `explain`.
public struct RuleCatalog: Sendable {
    /// Sorted by id.
    public let rules: [RuleDescription]

    /// - Parameter documents: rule files beside the built-in ones.
    /// - Throws: faults in the rule files.
    public init(documents: [Document] = []) throws(ConfigurationError) {
        do {
            let set = try RuleSet.load(documents, sections: .everything)
            rules = (set.rules.map(RuleDescription.init) + TemplateProblemRule.all).sorted { $0.id < $1.id }
        } catch {
            throw ConfigurationError(error.diagnostics.map { Diagnostic($0) })
        }
    }

    /// - Parameter folders: of rule files beside the built-in ones.
    /// - Throws: what cannot be read, and faults in the rule files.
    public init(folders: [String]) throws(ConfigurationError) {
        try self.init(documents: try RuleFolder.documents(in: folders))
    }

    /// The rules that ran: every one that a finding of a result may name.
    public static func descriptions(for result: LintResult) -> [RuleDescription] {
        // A run whose rules cannot be read has findings of the templates alone.
        let rules = (try? RuleCatalog(documents: result.ruleDocuments))?.rules ?? TemplateProblemRule.all
        return rules.filter { result.ruleConfiguration.isEnabled(id: $0.id, name: $0.name) }
    }

    /// The rule of an id or name, in any case.
    public func rule(_ idOrName: String) -> RuleDescription? {
        let wanted = idOrName.lowercased()
        return rules.first { $0.id.lowercased() == wanted || $0.name == wanted }
    }

    /// The id or name nearest to a misspelled one.
    public func suggestion(for idOrName: String) -> String? {
        NearestName.suggestion(for: idOrName, among: rules.flatMap { [$0.id, $0.name] })
    }
}
