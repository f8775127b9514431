import Rules

/// Narrows a list of rules; an empty part lets every rule through.
package struct RuleFilter: Sendable {
    private let families: [String]
    private let severities: [Severity]
    private let tags: [String]
    private let words: [String]

    /// - Parameters:
    ///   - families: letters of ids, one of which must fit.
    ///   - severities: one of which must fit.
    ///   - tags: all of which the rule must have.
    ///   - words: all of which must stand in its id, name, tags or first sentence. Case does not matter anywhere.
    package init(families: [String] = [], severities: [Severity] = [], tags: [String] = [], words: [String] = []) {
        self.families = families.map { $0.lowercased() }
        self.severities = severities
        self.tags = tags.map { $0.lowercased() }
        self.words = words.map { $0.lowercased() }
    }

    /// Whether every part lets the rule through.
    package func includes(_ rule: RuleDescription) -> Bool {
        let known = rule.tags.map { $0.lowercased() }
        let text = ([rule.id, rule.name, rule.what] + known).joined(separator: "\n").lowercased()
        return (families.isEmpty || families.contains(rule.family.lowercased()))
            && (severities.isEmpty || severities.contains(rule.severity))
            && tags.allSatisfy(known.contains) && words.allSatisfy { text.contains($0) }
    }
}
