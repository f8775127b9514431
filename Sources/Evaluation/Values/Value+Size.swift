extension Value {
    /// How large the value is when every shared part is counted each time: bytes of text, and some for each part.
    ///
    /// - Parameter limit: where counting ends; so a value that stands for millions of parts costs no more than that.
    package func size(upTo limit: Int) -> Int {
        var size = 0
        addSize(to: &size, upTo: limit)
        return size
    }

    /// What a value counts beside its text: about what it takes in memory.
    private static let overhead = 64

    private func addSize(to size: inout Int, upTo limit: Int) {
        guard size < limit else { return }
        size += Self.overhead
        switch content {
        case .scalar(let scalar): size += scalar.text.utf8.count
        case .text(let parts):
            for part in parts where size < limit {
                switch part {
                case .literal(let text): size += 1 + text.utf8.count
                case .value(let value): value.addSize(to: &size, upTo: limit)
                }
            }
        case .list(let elements, _):
            for element in elements where size < limit { element.addSize(to: &size, upTo: limit) }
        case .map(let members, _):
            for member in members where size < limit { member.value.addSize(to: &size, upTo: limit) }
        case .choice(_, let yes, let no):
            yes.addSize(to: &size, upTo: limit)
            no.addSize(to: &size, upTo: limit)
        case .reference, .external, .absent, .unknown: break
        }
    }

    /// How many values the open conditions may make of this one.
    package func choiceCount(upTo limit: Int) -> Int {
        guard limit > 0 else { return 0 }
        guard case .choice(_, let yes, let no) = content else { return 1 }
        let count = yes.choiceCount(upTo: limit)
        return count + no.choiceCount(upTo: limit - count)
    }
}

extension Condition {
    /// How many questions the formula asks, each use counted; counting ends at `limit`.
    package func size(upTo limit: Int) -> Int {
        guard limit > 0 else { return 0 }
        switch self {
        case .always, .never, .atom: return 1
        case .not(let inner): return inner.size(upTo: limit)
        case .all(let parts), .any(let parts):
            return parts.reduce(0) { $0 + $1.size(upTo: limit - $0) }
        }
    }
}
