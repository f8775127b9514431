/// What a rule means, for people.
public struct RuleDocumentation: Sendable, Hashable {
    /// What it reports.
    public let what: String
    /// Why that is bad.
    public let why: String
    /// A template that it reports.
    public let bad: String
    /// The same, mended.
    public let good: String
    /// The same two in Terraform; `nil` where CloudFormation's say it all.
    public let terraform: RuleExample?
    /// What it lets pass on purpose.
    public let exceptions: String?
    /// Addresses of the documentation that it rests on.
    public let references: [String]
}
