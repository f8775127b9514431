import Rules
import YAMLBridge

/// What a configuration changes about one rule.
public struct RuleAdjustment: Sendable {
    /// A parameter's value with the place that gave it; the rule's declaration types it.
    public struct Parameter: Sendable {
        public let name: String
        public let value: Node
        /// The key's node, for messages about the name.
        public let key: Node

        public init(name: String, value: Node, key: Node) {
            self.name = name
            self.value = value
            self.key = key
        }
    }

    /// Id or name as it stands in the configuration.
    public let rule: String
    /// Where the rule is named.
    public let key: Node
    public var severity: Severity?
    public var parameters: [Parameter] = []
}
