import Rules
import YAMLBridge

/// What a configuration changes about one rule.
public struct RuleAdjustment: Sendable {
    /// Where the rule is named, by id or name.
    public let key: Node
    /// What is different from the rule's file.
    public var override: RuleConfiguration.Override

    /// Id or name as it stands in the configuration.
    public var rule: String { key.text }
}
