import YAMLBridge

/// What a run says about rules: which ones, how severe, with which parameters.
package struct RuleConfiguration: Sendable {
    /// What the configuration says of one rule.
    package struct Override: Sendable {
        /// A parameter's new value, still as a node so that a fault can be located.
        package struct Parameter: Sendable {
            /// The parameter's name as the configuration writes it.
            package let name: Node
            /// Its value, not yet checked against the parameter's type and bounds.
            package let value: Node

            /// Creates a parameter's value out of a key and a value of one mapping.
            package init(name: Node, value: Node) {
                self.name = name
                self.value = value
            }
        }

        /// In place of the rule's and its checks' own; `nil` leaves them.
        package var severity: Severity?
        /// Values of the rule's parameters; what is not named keeps its default.
        package var parameters: [Parameter]

        /// Creates what is said of one rule.
        package init(severity: Severity? = nil, parameters: [Parameter] = []) {
            self.severity = severity
            self.parameters = parameters
        }
    }

    /// Ids, names or prefixes of ids (`SQS`) of the rules that run; empty for all.
    package var select: [String]
    /// The same for rules that do not run, even when selected.
    package var ignore: [String]
    /// By id or name; the id's entry wins.
    package var overrides: [String: Override]

    /// Creates a configuration; the defaults run every stable rule as its file says it.
    package init(select: [String] = [], ignore: [String] = [], overrides: [String: Override] = [:]) {
        self.select = select
        self.ignore = ignore
        self.overrides = overrides
    }

    /// Whether the rule runs. One that is not stable runs only when `select` holds its very id or name.
    package func isEnabled(id: String, name: String, status: Rule.Status = .stable) -> Bool {
        let matches = { (selector: String) in selector == name || (!selector.isEmpty && id.hasPrefix(selector)) }
        guard !ignore.contains(where: matches) else { return false }
        if status != .stable { return select.contains(id) || select.contains(name) }
        return select.isEmpty || select.contains(where: matches)
    }
}
