/// A field with its place among those of its structure.
struct PlacedField: Sendable {
    let declaration: FieldDeclaration
    let position: Int
}
