import YAMLBridge

/// A test inside a rule file.
struct RuleTest: Sendable {
    /// What a test feeds to the rule.
    enum Input: Sendable {
        /// Objects of the model, by the rule's `select.as`.
        case model([Node.Entry])
        /// A template, through the real loaders.
        case template(Format, Content)
    }

    enum Format: String, Sendable, CaseIterable {
        case model, cloudformation
        case terraformPlan = "terraform-plan"
        case terraformJSON = "terraform-json"
    }

    enum Content: Sendable {
        case text(Node)
        /// A file beside the rule file.
        case file(Node)
    }

    /// What the test shows, for reports of `rules test`.
    let name: String
    let node: Node
    let parameters: Node?
    let configuration: Node?
    let input: Input
    /// `nil` when only the annotations in the template count.
    let expectations: [RuleExpectation]?
}
