import Evaluation
import Templates

/// What the values that something unread is given name: resources, and texts that may be the names of resources.
struct GivenThings {
    private(set) var references: Set<ResourceID> = []
    /// Texts and their parts: an ARN holds the name that it ends in.
    private(set) var texts: Set<String> = []
    /// What identifies values that are not known: a parameter that is also a queue's name.
    private(set) var identities: Set<String> = []
    /// Whether there was more than is looked at, so that anything may be among it.
    private(set) var isExhausted = false

    private var visits = 0
    private static let mostVisits = 100_000
    /// An unknown value keeps so many of the references that it is made of.
    private static let mostMentions = 64

    mutating func add(_ value: Value) {
        visits += 1
        guard visits < Self.mostVisits else {
            isExhausted = true
            return
        }
        if value.mentions.count >= Self.mostMentions { isExhausted = true }
        for mention in value.mentions { references.insert(mention.resource) }
        switch value.content {
        case .reference(let reference): references.insert(reference.resource)
        case .scalar(let scalar): add(text: scalar.text)
        case .text(let parts):
            if let identity = value.identityKey { identities.insert(identity) }
            for part in parts {
                switch part {
                case .literal(let text): add(text: text)
                case .value(let inner): add(inner)
                }
            }
        case .list(let elements, _): for element in elements { add(element) }
        case .map(let members, _):
            // A map by name is how modules take several queues.
            for member in members {
                add(text: member.key)
                add(member.value)
            }
        case .choice(_, let yes, let no):
            add(yes)
            add(no)
        case .unknown, .external: if let identity = value.identityKey { identities.insert(identity) }
        case .absent: return
        }
    }

    /// A text names what it is, and where it is an address or a list the parts of it. A sentence names nothing.
    private mutating func add(text: String) {
        guard !text.isEmpty else { return }
        texts.insert(text)
        for item in text.split(separator: ",") {
            let words = item.split(whereSeparator: \.isWhitespace)
            guard let word = words.first, words.count == 1 else { continue }
            texts.insert(String(word))
            for part in word.split(whereSeparator: { ":/\"'[]{}".contains($0) }) { texts.insert(String(part)) }
        }
    }
}
