/// A rule's verdict that something is wrong.
public struct Finding: Sendable, Hashable {
    /// `SQS007`
    public let rule: String
    /// `visibility-timeout-covers-processing`
    public let name: String
    /// The check of the rule that failed.
    public let check: String
    /// The rule's or check's own, unless the configuration says another.
    public var severity: Severity
    /// What is wrong and why, with the numbers of the case.
    public let message: String
    /// What to do.
    public let help: String?
    /// Where it is mended: the property, or the parent that lacks it.
    public let location: Location
    /// Places that explain it, in the order in which a report shows them.
    public let related: [RelatedLocation]
    /// Stays the same when lines move: rule, check, file, resource, property and the `forEach` subject.
    public let fingerprint: String
    /// The `forEach` member that it is about, of rules that have one.
    public let subject: String?

    /// Creates a finding; the fingerprint must be that of its place and subject.
    public init(
        rule: String, name: String, check: String, severity: Severity, message: String, help: String?,
        location: Location, related: [RelatedLocation], fingerprint: String, subject: String? = nil
    ) {
        self.rule = rule
        self.name = name
        self.check = check
        self.severity = severity
        self.message = message
        self.help = help
        self.location = location
        self.related = related
        self.fingerprint = fingerprint
        self.subject = subject
    }
}
