extension Value {
    /// Whether two texts differ for certain, whatever their unknown parts turn out to be: their known beginnings or ends
    /// contradict each other.
    package func contradicts(_ other: Value) -> Bool {
        if let left = knownText, let right = other.knownText { return left != right }
        guard let left = knownEnds, let right = other.knownEnds else { return false }
        return Self.isContradiction(left.prefix, right.prefix) { $0.hasPrefix($1) }
            || Self.isContradiction(left.suffix, right.suffix) { $0.hasSuffix($1) }
    }

    private static func isContradiction(
        _ left: String, _ right: String, agrees: (String, String) -> Bool
    ) -> Bool {
        left.utf8.count >= right.utf8.count ? !agrees(left, right) : !agrees(right, left)
    }

    /// The text before the first and behind the last part that is not known; `nil` for what is no text at all.
    private var knownEnds: (prefix: String, suffix: String)? {
        switch content {
        case .scalar(let scalar): return (scalar.text, scalar.text)
        case .text(let parts):
            var prefix = ""
            var suffix = ""
            if case .literal(let text)? = parts.first { prefix = text }
            if case .literal(let text)? = parts.last { suffix = text }
            return (prefix, suffix)
        default: return nil
        }
    }

    /// Whether two values are the same for certain: equal texts, or made of the same references and unknowns.
    package func isSurelyEqual(to other: Value) -> Bool {
        guard let left = identityKey, let right = other.identityKey else { return false }
        return left == right
    }

    /// A key that is equal for values that are surely equal; `nil` when nothing identifies the value.
    package var identityKey: String? {
        switch content {
        case .scalar(let scalar): return "'\(scalar.text)'"
        case .reference(let reference): return reference.key
        case .unknown(let reasons, _):
            guard reasons.count == 1, let source = reasons.first?.source else { return nil }
            return "?\(source)"
        case .external(let description): return "ext(\(description))"
        case .text(let parts):
            var key = ""
            for part in parts {
                switch part {
                case .literal(let text): key += "'\(text)'"
                case .value(let value):
                    guard let inner = value.identityKey else { return nil }
                    key += inner
                }
            }
            return key
        case .list, .map, .choice, .absent: return nil
        }
    }

    /// The value in a few words: `Stage`, `a-${...}`.
    package var summary: String {
        switch content {
        case .scalar(let scalar): scalar.text
        case .reference(let reference): reference.summary
        case .unknown(let reasons, _): reasons.first?.summary ?? "unknown"
        case .external(let description): description
        case .text(let parts):
            parts.map { part in
                switch part {
                case .literal(let text): text
                case .value(let value): "${\(value.summary)}"
                }
            }.joined()
        case .list, .map, .choice, .absent: "a value"
        }
    }
}
