import Evaluation

/// What an address says: `module.jobs["a.b"].data.aws_sqs_queue.jobs[0]`.
package struct ResourceAddress {
    /// `aws_sqs_queue`; empty where the address is none.
    let type: String
    /// Whether it is a data source's.
    let isData: Bool

    init(_ address: String) {
        let names = Self.names(of: address)
        type = names.count < 2 ? "" : String(names[names.count - 2])
        isData = names.count > 2 && names[names.count - 3] == "data"
    }

    /// The names between the dots, without keys. Names have neither brackets nor quotes, keys may have both and dots as well:
    /// what follows a key is what follows its `].`.
    private static func names(of address: String) -> [Substring] {
        var names: [Substring] = []
        var rest = Substring(address)
        while let end = rest.firstIndex(where: { $0 == "." || $0 == "[" }) {
            names.append(rest[..<end])
            let isKey = rest[end] == "["
            rest = rest[rest.index(after: end)...]
            guard isKey else { continue }
            guard let next = rest.firstRange(of: "].") else { return names }
            rest = rest[next.upperBound...]
        }
        return rest.isEmpty ? names : names + [rest]
    }

    /// An address without the keys of copies: `aws_sqs_queue_policy.jobs` for `aws_sqs_queue_policy.jobs["a.b"]`.
    package static func withoutKeys(_ address: String) -> String {
        guard address.contains("[") else { return address }
        var result = ""
        var isKey = false
        var isQuoted = false
        for character in address {
            switch character {
            case "\"" where isKey: isQuoted.toggle()
            case "[" where !isKey: isKey = true
            case "]" where isKey && !isQuoted: isKey = false
            default: if !isKey { result.append(character) }
            }
        }
        return result
    }
}
