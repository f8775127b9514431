/// A structure whose fields expressions may select.
package struct StructDeclaration: Sendable {
    /// What objects give as ``StructObject/typeName``; messages use it as well.
    package let name: String
    /// Every field that an expression may select; the order is that of the positions in ``StructObject/field(_:at:)``.
    package let fields: [FieldDeclaration]

    /// Creates the declaration of a structure.
    package init(name: String, fields: [FieldDeclaration]) {
        self.name = name
        self.fields = fields
    }
}
