import Evaluation

/// What the data source `aws_iam_policy_document` makes of its arguments: a policy as IAM writes it.
///
/// Arguments, defaults and the merging by `sid`:
/// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document (read 2025);
/// sources come first, own statements behind them, overrides last, and a statement takes the place of an earlier one of
/// the same `sid`.
package enum PolicyDocumentData {
    /// The version that a document has when none is written.
    private static let defaultVersion = "2012-10-17"

    /// The policy `{Version, Statement: [...]}` that a data block's attributes stand for.
    ///
    /// - Parameter attributes: the data block as a map: `statement` blocks as a list of maps or one map, and so on. Origins
    ///   are kept, so that a finding in the policy points at the argument.
    package static func document(of attributes: Value) -> Value {
        attributes.flatMap { attributes in
            guard case .map = attributes.content else {
                return .unknown(madeOf: [attributes], Reason("the arguments are not known"), origin: attributes.origin)
            }
            return policy(attributes)
        }
    }

    private static func policy(_ attributes: Value) -> Value {
        var statements = PolicyStatements()
        for source in documents(attributes, ["source_json", "source_policy_documents"]) { statements.add(source) }
        statements.merge(ownStatements(attributes))
        for override in documents(attributes, ["override_policy_documents", "override_json"]) { statements.merge(override) }

        let version = attributes.member("version")
        var members = [
            Value.Member(
                key: "Version",
                value: version.isAbsent ? Value(.scalar(.init(defaultVersion)), origin: attributes.origin) : version)
        ]
        let identifier = attributes.member("policy_id")
        if !identifier.isAbsent { members.append(Value.Member(key: "Id", value: identifier)) }
        members.append(Value.Member(key: "Statement", value: statements.value(at: attributes.member("statement").origin)))
        return Value(.map(members), origin: attributes.origin)
    }

    /// The statements of the block itself.
    private static func ownStatements(_ attributes: Value) -> PolicyStatements {
        var own = PolicyStatements()
        own.take(blocks: attributes.member("statement")) { PolicyStatementBlock($0).statement }
        return own
    }

    /// The statements of the policies that the arguments hold as JSON text, one for each policy.
    private static func documents(_ attributes: Value, _ arguments: [String]) -> [PolicyStatements] {
        arguments.flatMap { argument -> [PolicyStatements] in
            let value = attributes.member(argument)
            switch value.content {
            case .absent: return []
            case .list(let elements, let open):
                return elements.map(PolicyStatements.init(policy:)) + (open.isEmpty ? [] : [PolicyStatements(open: open)])
            default: return [PolicyStatements(policy: value)]
            }
        }
    }
}
