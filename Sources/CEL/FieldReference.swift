/// A field of a declared structure that an expression reads.
public struct FieldReference: Hashable, Sendable {
    public let structure: String
    public let field: String

    public init(structure: String, field: String) {
        self.structure = structure
        self.field = field
    }
}
