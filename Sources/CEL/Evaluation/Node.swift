/// A checked expression: every name and overload is resolved. A class, since it is visited far more often than made.
final class Node: Sendable {
    enum Kind: Sendable {
        case constant(Value)
        /// A variable of a macro, by its place in the frame.
        case local(Int)
        /// A variable of the activation, by its place in the program's list.
        case global(Int)
        case select(Node, field: Field)
        case optionalSelect(Node, field: Field)
        case has(Node, field: Field)
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

    /// A field that is taken from a structure, or a key from a map.
    final class Field: Sendable {
        let name: String
        /// Where the structure's declaration lists it, when the structure is known before the evaluation.
        let position: Int?

        init(_ name: String, position: Int?) {
            self.name = name
            self.position = position
        }
    }

    /// A call with the overloads that fit what is known of the arguments, in the order of preference.
    final class Call: Sendable {
        let name: String
        let candidates: [Overload]
        let arguments: [Node]
        let shortcut: Shortcut?

        init(name: String, candidates: [Overload], arguments: [Node]) {
            self.name = name
            self.candidates = candidates
            self.arguments = arguments
            shortcut = Shortcut(name)
        }
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
    /// Where it stands, in UTF-8 offsets of the source.
    let range: Range<Int>

    init(kind: Kind, range: Range<Int>) {
        self.kind = kind
        self.range = range
    }
}
