/// A small piece of JSON that is held whole: one instance type, one product, one price.
indirect enum ImportValue: Sendable {
    case null
    case bool(Bool)
    /// A number as it was written, so that nothing is rounded.
    case number(String)
    case string(String)
    case array([ImportValue])
    case object([String: ImportValue])

    /// A member of an object; `nil` for anything else.
    subscript(name: String) -> ImportValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    var elements: [ImportValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    var members: [String: ImportValue] {
        if case .object(let members) = self { members } else { [:] }
    }

    var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        default: nil
        }
    }

    var integer: Int? { text.flatMap { Int($0) } }

    var flag: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }
}
