import Rules

/// What a report says about a rule.
public struct RuleDescription: Sendable, Hashable {
    public let id: String
    /// Kebab case, as in `visibility-timeout-covers-processing`.
    public let name: String
    public let severity: Severity
    public let tags: [String]
    /// How sure a finding is: `high`, `medium` or `low`.
    public let confidence: String
    /// 0.0 to 10.0 as text, on rules about security.
    public let securitySeverity: String?
    /// One sentence.
    public let what: String
    public let why: String
    public let exceptions: String?
    public let bad: String
    public let good: String
    public let references: [String]

    public init(
        id: String, name: String, severity: Severity, tags: [String], confidence: String, securitySeverity: String?,
        what: String, why: String, exceptions: String?, bad: String, good: String, references: [String]
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
        self.references = references
    }

    /// Where the rule's page stands.
    public var page: String { "https://github.com/ecslint/ecslint/blob/main/docs/rules/\(id).md" }
}
