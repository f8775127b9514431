/// A value of the expression language.
///
/// Unknown is a value like any other, so it can stand inside lists, maps and structures:
/// only the operations that truly depend on it become unknown themselves.
package enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    /// Text; the language counts and compares Unicode code points, never grapheme clusters.
    case string(String)
    case bytes([UInt8])
    case list(ListValue)
    indirect case map(MapValue)
    /// A structure of the caller's model.
    case object(any StructObject)
    case optional(OptionalValue)
    /// What `type(x)` gives.
    case type(CELType)
    case timestamp(Timestamp)
    /// A span of time in nanoseconds, about 292 years at most.
    case duration(nanoseconds: Int64)
    /// A value that exists or may exist, but that the input does not reveal.
    case unknown(Unknown)
}

extension Value {
    /// A list of which all members are known to be listed.
    package static func list(_ elements: [Value]) -> Value {
        .list(ListValue(elements: elements))
    }

    /// The unknown, when the value itself is one; members of a list or map are not looked at.
    package var unknown: Unknown? {
        if case .unknown(let unknown) = self { unknown } else { nil }
    }

    /// The type as `type()` reports it: of lists, maps and optionals only the outer shape.
    /// `dyn` for an unknown.
    package var runtimeType: CELType {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .list: .list(.dyn)
        case .map: .map(.dyn, .dyn)
        case .object(let object): .structure(object.typeName)
        case .optional: .optional(.dyn)
        case .type: .type
        case .timestamp: .timestamp
        case .duration: .duration
        case .unknown: .dyn
        }
    }
}
