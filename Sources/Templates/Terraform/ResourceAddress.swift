import Evaluation

/// What an address says: `module.jobs["a.b"].data.aws_sqs_queue.jobs[0]`.
struct ResourceAddress {
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
}
