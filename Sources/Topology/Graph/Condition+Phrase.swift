import Evaluation
import Templates

extension Condition {
    /// Levels of a condition that are put in words.
    private static let deepestPhrase = 4

    /// The condition in words, "IsProd is true and Stage is live"; `nil` for always.
    var phrase: String? { self == .always ? nil : phrase(affirms: true, depth: 0) }

    private func phrase(affirms: Bool, depth: Int) -> String {
        guard depth < Self.deepestPhrase else { return "more holds" }
        switch self {
        case .always: return affirms ? "always" : "never"
        case .never: return affirms ? "never" : "always"
        case .atom(let atom): return atom.phrase(affirms)
        case .not(let inner): return inner.phrase(affirms: !affirms, depth: depth)
        case .all(let parts): return Self.joined(parts, affirms ? "and" : "or", affirms, depth)
        case .any(let parts): return Self.joined(parts, affirms ? "or" : "and", affirms, depth)
        }
    }

    private static func joined(_ parts: [Condition], _ word: String, _ affirms: Bool, _ depth: Int) -> String {
        var phrases: [String] = []
        for part in parts {
            let phrase = part.phrase(affirms: affirms, depth: depth + 1)
            if !phrases.contains(phrase) { phrases.append(phrase) }
        }
        let text = phrases.joined(separator: " \(word) ")
        return depth > 0 && phrases.count > 1 ? "(\(text))" : text
    }
}
