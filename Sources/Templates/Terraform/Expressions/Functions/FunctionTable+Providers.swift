import Evaluation

/// Functions of the AWS provider (https://registry.terraform.io/providers/hashicorp/aws/latest/docs, "Functions").
extension FunctionTable {
    static let providers: [(name: String, function: Function)] = [
        function("provider::aws::arn_parse", 1...1) { (call) throws(ExpressionFailure) in
            guard let text = try call.text(at: 0) else { return call.unknown() }
            guard let parts = resourceName(text) else { throw ExpressionFailure("'\(text.prefix(80))' is not an ARN") }
            let names = ["partition", "service", "region", "account_id", "resource"]
            return call.map(zip(names, parts).map { Value.Member(key: $0, value: call.text($1)) })
        },
        function("provider::aws::arn_build", 5...5) { (call) throws(ExpressionFailure) in
            var parts: [TextPart] = [.literal("arn")]
            for value in call.values { parts += [.literal(":")] + (try value.stringParts) }
            return call.work.joined(parts, at: call.origin)
        },
        function("provider::aws::trim_iam_role_path", 1...1) { (call) throws(ExpressionFailure) in
            guard let text = try call.text(at: 0) else { return call.unknown() }
            guard let parts = resourceName(text), parts[1] == "iam", parts[2].isEmpty, parts[4].hasPrefix("role/") else {
                throw ExpressionFailure("'\(text.prefix(80))' is not the ARN of a role")
            }
            let name = parts[4].split(separator: "/", omittingEmptySubsequences: false).last ?? ""
            return call.text((["arn"] + parts.prefix(4) + ["role/\(name)"]).joined(separator: ":"))
        },
    ]

    /// Partition, service, region, account and resource of an ARN, which itself may have colons.
    private static func resourceName(_ text: String) -> [String]? {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, text.hasPrefix("arn:") else { return nil }
        return parts.dropFirst().map { String(Substring($0)) }
    }
}
