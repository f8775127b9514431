/// A structure whose fields expressions may select.
public struct StructDeclaration: Sendable {
    public let name: String
    public let fields: [FieldDeclaration]

    public init(name: String, fields: [FieldDeclaration]) {
        self.name = name
        self.fields = fields
    }
}
