/// A function with all its overloads; the checker and the evaluator both read it.
public struct FunctionDeclaration: Sendable {
    /// The name as it is called, with its namespace: `size`, `math.greatest`.
    public let name: String
    public let overloads: [Overload]

    public init(name: String, overloads: [Overload]) {
        self.name = name
        self.overloads = overloads
    }
}
