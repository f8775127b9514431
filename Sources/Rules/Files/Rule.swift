import YAMLBridge

/// A rule as its file says it; its expressions are still text.
package struct Rule: Sendable {
    /// Preview and deprecated rules run only when they are selected by id or name.
    package enum Status: String, Sendable, Hashable, CaseIterable { case preview, stable, deprecated }
    /// How likely a finding is a mistake of the template rather than of the rule.
    package enum Confidence: String, Sendable, Hashable, CaseIterable { case low, medium, high }

    /// `SQS007`: stable, never given to another rule.
    package let id: String
    /// `visibility-timeout-covers-processing`
    package let name: String
    /// The version that brought it.
    package let since: String?
    /// Whether it runs unasked.
    package let status: Status
    /// The rule that took its place, of a deprecated one.
    package let replacedBy: String?
    /// The id of the built-in rule that this one stands in for.
    package let overrides: String?
    /// That of its findings, unless a check or the configuration says another.
    package let severity: Severity
    /// `reliability`, `cost`, `security` ...
    package let category: String
    /// Words for `rules list --tag`, beside the category.
    package let tags: [String]
    /// How sure a finding is: SARIF's `precision`.
    package let confidence: Confidence
    /// "0.0" to "10.0" for rules of security.
    package let securitySeverity: String?
    /// `nil` when the file has none or when it was read for evaluation only.
    package let documentation: RuleDocumentation?
    /// Numbers and texts that the configuration may change, in the order of the file.
    package let parameters: [RuleParameter]
    /// Which objects of the model it looks at.
    let selection: RuleSelection
    /// The list whose members are judged one by one; `nil` for one verdict an object.
    let iteration: RuleIteration?
    /// Values that its checks share, in the order of the file.
    let variables: [RuleVariable]
    /// What must hold, in the order of the file.
    var checks: [RuleCheck]
    /// Empty when the file was read for evaluation only.
    var tests: [RuleTest]
    /// The node of `id`, for messages about the rule.
    let idNode: Node
    /// The nodes that name other rules.
    let replacedByNode: Node?
    let overridesNode: Node?

    /// The rule file's path.
    package var file: String { idNode.document.path }
}
