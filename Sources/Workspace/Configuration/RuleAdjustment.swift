import Rules
import YAMLBridge

/// What a configuration changes about one rule.
package struct RuleAdjustment: Sendable {
    /// Where the rule is named, by id or name.
    package let key: Node
    /// What is different from the rule's file.
    package var override: RuleConfiguration.Override

    /// Id or name as it stands in the configuration.
    package var rule: String { key.text }
}
