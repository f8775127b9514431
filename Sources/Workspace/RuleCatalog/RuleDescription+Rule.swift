import Rules

extension RuleDescription {
    /// - Parameter rule: read with its documentation; without, its name has to do.
    init(_ rule: Rule) {
        let documentation = rule.documentation
        self.init(
            id: rule.id, name: rule.name, severity: rule.severity,
            tags: rule.tags.contains(rule.category) ? rule.tags : [rule.category] + rule.tags,
            confidence: rule.confidence.rawValue, securitySeverity: rule.securitySeverity,
            what: documentation?.what ?? rule.name, why: documentation?.why ?? "", exceptions: documentation?.exceptions,
            bad: documentation?.bad ?? "", good: documentation?.good ?? "", terraform: documentation?.terraform,
            references: documentation?.references ?? [],
            status: rule.status, replacedBy: rule.replacedBy, since: rule.since, parameters: rule.parameters, file: rule.file)
    }
}
