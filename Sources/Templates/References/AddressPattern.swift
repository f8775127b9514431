/// How the ARNs or URLs of a resource type are built: `arn:{partition}:sqs:{region}:{account}:{name}`.
///
/// What stands in braces is not known before deployment, but for the name. `...` in the braces says that it may hold slashes.
package struct AddressPattern: Sendable, ExpressibleByStringLiteral {
    /// A part of the address.
    package enum Piece: Hashable, Sendable {
        case literal(String)
        /// The resource's name.
        case name(mayHoldSlash: Bool)
        /// The partition, region, account, cluster ...
        case open(String, mayHoldSlash: Bool)
    }

    /// The parts in their order.
    package let pieces: [Piece]

    /// Creates a pattern from its text.
    package init(stringLiteral text: String) {
        var pieces: [Piece] = []
        for (index, chunk) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let end = chunk.firstIndex(of: "}") else {
                pieces.append(.literal(String(chunk)))
                continue
            }
            let mayHoldSlash = chunk[..<end].hasSuffix("...")
            let word = String(chunk[..<end].prefix { $0 != "." })
            pieces.append(word == "name" ? .name(mayHoldSlash: mayHoldSlash) : .open(word, mayHoldSlash: mayHoldSlash))
            pieces.append(.literal(String(chunk[chunk.index(after: end)...])))
        }
        self.pieces = pieces.filter { $0 != .literal("") }
    }

    /// The service of an ARN: `sqs`; `nil` for any other text.
    package var service: String? {
        // Behind the partition, which is open in every ARN.
        guard pieces.count > 2, case .literal("arn:") = pieces[0], case .literal(let text) = pieces[2] else { return nil }
        return text.split(separator: ":").first.map(String.init)
    }
}
