/// An expression as it is written, macros not yet understood.
struct Expression {
    indirect enum Kind {
        case literal(Value)
        /// `isRooted`: written with a leading dot, so that no local variable is meant.
        case identifier(String, isRooted: Bool)
        case select(Expression, field: String, fieldRange: Range<Int>, isOptional: Bool)
        case index(Expression, Expression, isOptional: Bool)
        /// A call of a function by its name, operators included (`_+_`).
        case call(receiver: Expression?, name: String, nameRange: Range<Int>, arguments: [Expression])
        case list([Member])
        case map([Entry])
        case and([Expression])
        case or([Expression])
        case conditional(Expression, then: Expression, otherwise: Expression)
    }

    /// A member of a list literal.
    struct Member {
        let value: Expression
        /// Written `?value`: an optional of which none leaves no member.
        let isOptional: Bool
    }

    /// An entry of a map literal.
    struct Entry {
        let key: Expression
        let value: Expression
        let isOptional: Bool
    }

    let kind: Kind
    let range: Range<Int>
    /// How many expressions stand in one another, this one included; bounds every later recursion.
    let depth: Int

    init(_ kind: Kind, range: Range<Int>) {
        self.kind = kind
        self.range = range
        depth = 1 + kind.depthOfParts
    }
}

extension Expression.Kind {
    fileprivate var depthOfParts: Int {
        switch self {
        case .literal, .identifier: 0
        case .select(let operand, _, _, _): operand.depth
        case .index(let operand, let index, _): max(operand.depth, index.depth)
        case .call(let receiver, _, _, let arguments):
            arguments.reduce(receiver?.depth ?? 0) { max($0, $1.depth) }
        case .list(let members): members.reduce(0) { max($0, $1.value.depth) }
        case .map(let entries): entries.reduce(0) { max($0, $1.key.depth, $1.value.depth) }
        case .and(let operands), .or(let operands): operands.reduce(0) { max($0, $1.depth) }
        case .conditional(let condition, let then, let otherwise):
            max(condition.depth, then.depth, otherwise.depth)
        }
    }
}
