/// A field of a declared structure that an expression reads.
package struct FieldReference: Hashable, Sendable {
    /// The name under which the structure is declared: `queue`.
    package let structure: String
    /// The field's name in the declaration.
    package let field: String

    /// Creates a reference to a field that was found in a declaration.
    init(structure: String, field: String) {
        self.structure = structure
        self.field = field
    }
}
