/// A field of a structure, as the checker knows it.
public struct FieldDeclaration: Sendable {
    /// The name behind the dot.
    public let name: String
    /// What the field holds when it is there.
    public let type: CELType
    /// Whether the field can be absent; the checker then demands a guard.
    public let isOptional: Bool
    /// Type and unit for suggestions: `int, seconds`.
    public let summary: String

    /// Creates the declaration of a field.
    public init(name: String, type: CELType, isOptional: Bool = false, summary: String = "") {
        self.name = name
        self.type = type
        self.isOptional = isOptional
        self.summary = summary
    }
}
