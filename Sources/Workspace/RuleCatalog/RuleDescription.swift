import Rules

/// What a report says about a rule.
package struct RuleDescription: Sendable, Hashable {
    /// `SQS007`
    package let id: String
    /// Kebab case, as in `visibility-timeout-covers-processing`.
    package let name: String
    /// That of its findings, unless the configuration says another.
    package let severity: Severity
    /// Words for `rules list --tag`, its category among them.
    package let tags: [String]
    /// How sure a finding is: `high`, `medium` or `low`.
    package let confidence: String
    /// 0.0 to 10.0 as text, on rules about security.
    package let securitySeverity: String?
    /// One sentence.
    package let what: String
    /// Why it is bad: a paragraph.
    package let why: String
    /// When it does not matter; `nil` where the rule says nothing of it.
    package let exceptions: String?
    /// A template, or a part of one, that it reports.
    package let bad: String
    /// The same, corrected.
    package let good: String
    /// The two examples in Terraform's language.
    package let terraform: RuleExample?
    /// Addresses of the pages that it rests on.
    package let references: [String]
    /// Whether it runs unasked: preview and deprecated rules do not.
    package let status: Rule.Status
    /// The rule to use in place of a deprecated one.
    package let replacedBy: String?
    /// The version that brought it.
    package let since: String?
    /// What `ecslint.yaml` may change.
    package let parameters: [RuleParameter]
    /// The file that it stands in; `nil` for one that no file holds.
    package let file: String?

    /// Creates the description of a rule.
    package init(
        id: String, name: String, severity: Severity, tags: [String], confidence: String, securitySeverity: String?,
        what: String, why: String, exceptions: String?, bad: String, good: String, terraform: RuleExample? = nil,
        references: [String],
        status: Rule.Status = .stable, replacedBy: String? = nil, since: String? = nil, parameters: [RuleParameter] = [],
        file: String? = nil
    ) {
        self.id = id
        self.name = name
        self.severity = severity
        self.tags = tags
        self.confidence = confidence
        self.securitySeverity = securitySeverity
        self.what = what
        self.why = why
        self.exceptions = exceptions
        self.bad = bad
        self.good = good
        self.terraform = terraform
        self.references = references
        self.status = status
        self.replacedBy = replacedBy
        self.since = since
        self.parameters = parameters
        self.file = file
    }

    /// The rules that no file holds.
    static let ofNoFile = TemplateProblemRule.all + SuppressionRule.all

    /// The letters of the id: `SQS`.
    package var family: String { String(id.prefix { $0.isLetter }) }

    /// Where the rule's page stands.
    package var page: String { Self.page(ofRule: id) }

    /// The same for a rule of which only the id is known.
    package static func page(ofRule id: String) -> String {
        "https://github.com/ecslint/ecslint/blob/main/docs/rules/\(id).md"
    }
}
