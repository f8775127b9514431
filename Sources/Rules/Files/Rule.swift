import YAMLBridge

/// A rule as its file says it; its expressions are still text.
public struct Rule: Sendable {
    /// Preview and deprecated rules run only when they are selected by id or name.
    public enum Status: String, Sendable, Hashable, CaseIterable { case preview, stable, deprecated }
    public enum Confidence: String, Sendable, Hashable, CaseIterable { case low, medium, high }

    /// `SQS007`: stable, never given to another rule.
    public let id: String
    /// `visibility-timeout-covers-processing`
    public let name: String
    /// The version that brought it.
    public let since: String?
    public let status: Status
    /// The rule that took its place, of a deprecated one.
    public let replacedBy: String?
    /// The id of the built-in rule that this one stands in for.
    public let overrides: String?
    public let severity: Severity
    /// `reliability`, `cost`, `security` ...
    public let category: String
    public let tags: [String]
    /// How sure a finding is: SARIF's `precision`.
    public let confidence: Confidence
    /// "0.0" to "10.0" for rules of security.
    public let securitySeverity: String?
    /// `nil` when the file has none or when it was read for evaluation only.
    public let documentation: RuleDocumentation?
    public let parameters: [RuleParameter]
    public let selection: RuleSelection
    public let iteration: RuleIteration?
    public let variables: [RuleVariable]
    public internal(set) var checks: [RuleCheck]
    /// Empty when the file was read for evaluation only.
    public internal(set) var tests: [RuleTest]
    /// The node of `id`, for messages about the rule.
    let idNode: Node
    /// The nodes that name other rules.
    let replacedByNode: Node?
    let overridesNode: Node?

    /// The rule file's path.
    public var file: String { idNode.document.path }
}
