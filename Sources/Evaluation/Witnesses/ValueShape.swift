/// The type that an open input is declared with, as far as values are made for it.
package indirect enum ValueShape: Sendable, Hashable {
    /// Not declared, or nothing that is known.
    case any
    case text
    case number
    case truth
    case list(ValueShape)
    case map(ValueShape)
    /// Attributes by name; optional ones may be left out.
    case object([Attribute])

    /// An attribute of an object type.
    package struct Attribute: Sendable, Hashable {
        /// The attribute's name.
        package let name: String
        /// Its type.
        package let shape: ValueShape
        /// Whether it may be left out, and is null then.
        package let isOptional: Bool
        /// What it is where it is left out or null; `nil` when that is null.
        package let fallback: Datum?

        /// Creates an attribute.
        package init(name: String, shape: ValueShape, isOptional: Bool, fallback: Datum? = nil) {
            self.fallback = fallback
            self.name = name
            self.shape = shape
            self.isOptional = isOptional
        }
    }
}
