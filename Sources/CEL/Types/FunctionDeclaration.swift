/// A function with all its overloads; the checker and the evaluator both read it.
package struct FunctionDeclaration: Sendable {
    /// The name as it is called, with its namespace: `size`, `math.greatest`.
    package let name: String
    /// Every typed form; the checker names them all when none fits a call.
    package let overloads: [Overload]

    /// Creates a function; of overloads that accept the same arguments the first is called.
    package init(name: String, overloads: [Overload]) {
        self.name = name
        self.overloads = overloads
    }
}
