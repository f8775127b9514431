import Rules

/// What makes two findings the same verdict on the same thing, though the templates were evaluated with other values: the
/// copies of a resource may have other numbers, and its values other places.
struct FindingIdentity: Hashable {
    private let rule: String
    private let check: String
    private let file: String
    private let resource: String
    private let subject: String?

    /// The identity of a finding.
    init(_ finding: Finding) {
        rule = finding.rule
        check = finding.check
        file = finding.location.file
        resource = Self.withoutCopies(finding.location.resource ?? "")
        subject = finding.subject.map(Self.withoutCopies)
    }

    /// An address without the numbers and keys of its copies: `module.a["x"].aws_sqs_queue.q[0]`.
    private static func withoutCopies(_ address: String) -> String {
        guard address.utf8.contains(UInt8(ascii: "[")) else { return address }
        var text = ""
        var depth = 0
        for character in address {
            switch character {
            case "[": depth += 1
            case "]": depth = max(0, depth - 1)
            default: if depth == 0 { text.append(character) }
            }
        }
        return text
    }
}
