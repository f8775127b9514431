/// A structure whose fields expressions may select.
public struct StructDeclaration: Sendable {
    /// What objects give as ``StructObject/typeName``; messages use it as well.
    public let name: String
    /// Every field that an expression may select; the order is that of the positions in ``StructObject/field(_:at:)``.
    public let fields: [FieldDeclaration]

    /// Creates the declaration of a structure.
    public init(name: String, fields: [FieldDeclaration]) {
        self.name = name
        self.fields = fields
    }
}
