/// A checked expression: every name and overload is resolved.
struct Node: Sendable {
    indirect enum Kind: Sendable {
        case constant(Value)
        /// A variable of a macro, by its place in the frame.
        case local(Int)
        /// A variable of the activation, by its place in the program's list.
        case global(Int)
        case select(Node, field: String)
        case optionalSelect(Node, field: String)
        case has(Node, field: String)
        case index(Node, Node, isOptional: Bool)
        case call(Call)
        case and([Node])
        case or([Node])
        case conditional(Node, then: Node, otherwise: Node)
        case list([Member])
        case map([Entry])
        case fold(Fold)
        /// Evaluates `value` into a place of the frame, then the body.
        case bind(slot: Int, value: Node, body: Node)
        /// `optMap` and `optFlatMap`.
        case optionalMap(Node, slot: Int, body: Node, wrapsResult: Bool)
        /// Fails when it is evaluated; stands for what an unchecked expression leaves unresolved.
        case failure(EvaluationError)
    }

    /// A call with the overloads that fit what is known of the arguments, in the order of preference.
    struct Call: Sendable {
        let name: String
        let candidates: [Overload]
        let arguments: [Node]
    }

    struct Member: Sendable {
        let value: Node
        let isOptional: Bool
    }

    struct Entry: Sendable {
        let key: Node
        let value: Node
        let isOptional: Bool
    }

    let kind: Kind
    let range: Range<Int>
}
