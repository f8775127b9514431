/// A macro that visits the members of a list or the keys of a map.
final class Fold: Sendable {
    enum Kind: Sendable {
        case all, exists, existsOne
        /// `filter`, `map`, `transformList`: collects the body's values of the members that pass.
        case list
        /// `transformMap`: keeps the keys.
        case map
    }

    let kind: Kind
    let range: Node
    /// Where the member stands; with two variables the index or key.
    let slot: Int
    /// Where the value stands when the macro names two variables.
    let valueSlot: Int?
    /// Which members take part; of `all`, `exists` and `existsOne` there is none.
    let filter: Node?
    let body: Node

    init(kind: Kind, range: Node, slot: Int, valueSlot: Int?, filter: Node?, body: Node) {
        self.kind = kind
        self.range = range
        self.slot = slot
        self.valueSlot = valueSlot
        self.filter = filter
        self.body = body
    }
}
