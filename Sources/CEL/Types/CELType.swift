/// A type of the expression language.
package indirect enum CELType: Hashable, Sendable {
    case null, bool, int, uint, double, string, bytes, timestamp, duration
    /// Any type; decided when the expression runs.
    case dyn
    case list(CELType)
    /// The types of keys and of values.
    case map(CELType, CELType)
    case optional(CELType)
    /// A structure declared in the environment, by its name.
    case structure(String)
    /// A type that functions of the environment make and take, with its arguments.
    case opaque(String, [CELType])
    /// The type of types.
    case type
    /// In an overload: a type that all places with the same name share.
    case parameter(String)
}

extension CELType: CustomStringConvertible {
    /// The type as diagnostics write it: `list(int)`, `queue`.
    package var description: String {
        switch self {
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .optional(let wrapped): "optional(\(wrapped))"
        case .opaque(let name, let arguments): "\(name)(\(arguments.map(\.description).joined(separator: ", ")))"
        case .timestamp: "timestamp"
        case .duration: "duration"
        default: name
        }
    }

    /// The name without type arguments, as an expression denotes it.
    package var name: String {
        switch self {
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .dyn: "dyn"
        case .list: "list"
        case .map: "map"
        case .optional: "optional_type"
        case .structure(let name), .opaque(let name, _): name
        case .type: "type"
        case .parameter(let name): name
        }
    }

    /// The types that an expression can name.
    static let denotable: [String: CELType] = Dictionary(
        uniqueKeysWithValues: [
            .null, .bool, .int, .uint, .double, .string, .bytes, .type, .timestamp, .duration,
            .list(.dyn), .map(.dyn, .dyn), .optional(.dyn),
        ].map { (type: CELType) in (type.name, type) })

    /// Whether it is or holds a type parameter.
    var hasParameter: Bool {
        switch self {
        case .parameter: true
        case .list(let type), .optional(let type): type.hasParameter
        case .map(let key, let value): key.hasParameter || value.hasParameter
        case .opaque(_, let arguments): arguments.contains { $0.hasParameter }
        default: false
        }
    }

    var isNumeric: Bool { self == .int || self == .uint || self == .double }

    /// Whether a value may be passed where this type is declared; members of a list are judged by the first.
    func accepts(_ value: Value) -> Bool {
        switch (self, value) {
        case (.dyn, _), (.parameter, _), (_, .unknown): true
        case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double): true
        case (.string, .string), (.bytes, .bytes), (.map, .map), (.type, .type): true
        case (.optional, .optional), (.timestamp, .timestamp), (.duration, .duration): true
        case (.list(let element), .list(let list)): list.elements.first.map(element.accepts) ?? true
        case (.structure(let name), .object(let object)): name == object.typeName
        default: false
        }
    }
}
