/// The type of a model field.
package indirect enum FieldType: Hashable, Sendable {
    case bool
    /// A 64-bit integer: seconds, MiB, CPU units, counts.
    case integer
    /// Ratios, percentages and targets.
    case double
    case string
    /// An object of another kind, by its key in the schema.
    case object(Kind)
    case list(FieldType)

    /// Whether a value of the type is one text, number or truth value.
    var isScalar: Bool {
        switch self {
        case .bool, .integer, .double, .string: true
        case .object, .list: false
        }
    }

    /// The type as rule authors write it.
    package var description: String {
        switch self {
        case .bool: "bool"
        case .integer: "int"
        case .double: "double"
        case .string: "string"
        case .object(let kind): kind.name
        case .list(let element): "list<\(element.description)>"
        }
    }
}
