import Evaluation
import Templates

/// What the values that something unread is given name: resources, and texts that may be the names of resources.
///
/// A name alone is no hand-over: half of a system is often called after one word. It counts in an address, as an ARN or URL,
/// and in an argument that speaks of such things, as `queue_name`.
struct GivenThings {
    private(set) var references: Set<ResourceID> = []
    /// Names that stand in ARNs and URLs.
    private(set) var addressed: Set<String> = []
    /// Other texts, with the words of the arguments that hold them.
    private(set) var named: [String: Set<String>] = [:]
    /// What identifies values that are not known, with those words: a parameter that is also a queue's name.
    private(set) var identities: [String: Set<String>] = [:]
    /// What identifies the unknown names in ARNs and URLs.
    private(set) var addressedIdentities: Set<String> = []
    /// Whether there was more than is looked at, so that anything may be among it.
    private(set) var isExhausted = false

    private var visits = 0
    private static let mostVisits = 100_000
    /// An unknown value keeps so many of the references that it is made of.
    private static let mostMentions = 64
    /// Sections that hold arguments and say nothing of what these are about.
    private static let sections: Set<String> = ["Parameters", "Properties", "parameters"]

    /// - Parameter words: those of the argument that the value is given as.
    mutating func add(_ value: Value, as words: Set<String> = []) {
        visits += 1
        guard visits < Self.mostVisits else {
            isExhausted = true
            return
        }
        if value.mentions.count >= Self.mostMentions { isExhausted = true }
        for mention in value.mentions { references.insert(mention.resource) }
        switch value.content {
        case .reference(let reference): references.insert(reference.resource)
        case .scalar(let scalar): add(text: scalar.text, as: words)
        case .text(let parts): add(parts, of: value, as: words)
        case .list(let elements, _): for element in elements { add(element, as: words) }
        case .map(let members, _):
            for member in members {
                // A map by name is how modules take several queues.
                add(text: member.key, as: words)
                let own = Self.sections.contains(member.key) ? [] : NameWords.words(of: member.key)
                add(member.value, as: words.union(own))
            }
        case .choice(_, let yes, let no):
            add(yes, as: words)
            add(no, as: words)
        case .unknown, .external: if let identity = value.identityKey { identities[identity, default: []].formUnion(words) }
        case .absent: return
        }
    }

    /// A text of which parts are not known.
    private mutating func add(_ parts: [TextPart], of value: Value, as words: Set<String>) {
        if let identity = value.identityKey { identities[identity, default: []].formUnion(words) }
        let isAddress = parts.contains { part in
            if case .literal(let text) = part { Self.isAddress(text) } else { false }
        }
        if isAddress, let identity = LinkResolver.nameTail(of: value).identityKey { addressedIdentities.insert(identity) }
        for part in parts {
            switch part {
            case .literal(let text): isAddress ? addAddress(text) : add(text: text, as: words)
            case .value(let inner): add(inner, as: words)
            }
        }
    }

    /// An ARN, a URL, or the id by which scaling names a service: `service/CLUSTER/SERVICE`.
    private static func isAddress(_ text: some StringProtocol) -> Bool {
        text.contains("arn:") || text.contains("://") || text.hasPrefix("service/")
    }

    /// A text names what it is, and where it is an address or a list the parts of it. A sentence names nothing.
    private mutating func add(text: String, as words: Set<String>) {
        guard !text.isEmpty else { return }
        named[text, default: []].formUnion(words)
        for item in text.split(separator: ",") {
            let pieces = item.split(whereSeparator: \.isWhitespace)
            guard let word = pieces.first, pieces.count == 1 else { continue }
            if Self.isAddress(word) { addAddress(word) } else { named[String(word), default: []].formUnion(words) }
        }
    }

    private mutating func addAddress(_ text: some StringProtocol) {
        for part in text.split(whereSeparator: { ":/\"'[]{},".contains($0) }) { addressed.insert(String(part)) }
    }
}
