/// What a rule means, for people.
package struct RuleDocumentation: Sendable, Hashable {
    /// What it reports.
    package let what: String
    /// Why that is bad.
    package let why: String
    /// A template that it reports.
    package let bad: String
    /// The same, corrected.
    package let good: String
    /// The same two in Terraform; `nil` where CloudFormation's say it all.
    package let terraform: RuleExample?
    /// What it lets pass on purpose.
    package let exceptions: String?
    /// Addresses of the documentation that it rests on.
    package let references: [String]
}
