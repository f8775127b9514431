/// A field of a structure, as the checker knows it.
package struct FieldDeclaration: Sendable {
    /// The name behind the dot.
    package let name: String
    /// What the field holds when it is there.
    package let type: CELType
    /// Whether the field can be absent; the checker then demands a guard.
    package let isOptional: Bool
    /// Type and unit for suggestions: `int, seconds`.
    package let summary: String

    /// Creates the declaration of a field.
    package init(name: String, type: CELType, isOptional: Bool = false, summary: String = "") {
        self.name = name
        self.type = type
        self.isOptional = isOptional
        self.summary = summary
    }
}
