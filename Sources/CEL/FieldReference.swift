/// A field of a declared structure that an expression reads.
public struct FieldReference: Hashable, Sendable {
    /// The name under which the structure is declared: `queue`.
    public let structure: String
    /// The field's name in the declaration.
    public let field: String

    /// Creates a reference to a field that was found in a declaration.
    init(structure: String, field: String) {
        self.structure = structure
        self.field = field
    }
}
