import Testing

/// What the dialects' target knows of AWS: no types but those that are the dialects' own. Everything else it is handed as facts
/// (docs/decisions/provider-facts.md).
@Suite struct ProviderTypeTests {
    /// Data sources that are functions of Terraform's language in all but name.
    private static let functions: Set<String> = [
        "aws_caller_identity", "aws_iam_policy_document", "aws_partition", "aws_region",
    ]

    /// Types and macros of CloudFormation itself, and what a parameter's value is looked up by.
    private static let dialect = ["AWS::CloudFormation::", "AWS::SSM::Parameter::Value"]

    @Test func templatesNameNoTypesOfAWS() throws {
        let templates = try #require(try PackageTargets().targets.first { $0.name == "Templates" })
        for file in templates.files where !file.path.contains("/Serverless/") {
            let code = file.text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
            let terraform = code.matches(of: /aws_[a-z0-9_]+/).map { String($0.output) }.filter { !Self.functions.contains($0) }
            let cloudFormation = code.matches(of: /AWS::\w+::[\w:]+/).map { String($0.output) }.filter { type in
                !Self.dialect.contains { type.hasPrefix($0) }
            }
            #expect((terraform + cloudFormation).isEmpty, "\(file.path) names \(terraform + cloudFormation)")
        }
    }
}
