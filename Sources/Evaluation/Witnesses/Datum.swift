/// A concrete value that an open input may be given.
package indirect enum Datum: Sendable, Hashable {
    case null
    case text(String)
    /// A number as it is written, in decimal.
    case number(String)
    case truth(Bool)
    case list([Datum])
    case map([String: Datum])

    /// The datum as a value at the place that uses it.
    package func value(at origin: Origin, steps: [OriginStep] = []) -> Value {
        switch self {
        case .null: Value(.absent, origin: origin, steps: steps)
        case .text(let text): Value(.scalar(.init(text)), origin: origin, steps: steps)
        case .number(let digits): Value(.scalar(.init(digits, isQuoted: false)), origin: origin, steps: steps)
        case .truth(let truth): Value(.scalar(.init(truth ? "true" : "false", isQuoted: false)), origin: origin, steps: steps)
        case .list(let elements): Value(.list(elements.map { $0.value(at: origin, steps: steps) }, open: []), origin: origin)
        case .map(let members):
            Value(
                .map(
                    members.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: $0.value.value(at: origin, steps: steps)) }
                ),
                origin: origin)
        }
    }

    /// How a person writes it: `null`, `live`, `''`, `["a"]`.
    package var written: String {
        switch self {
        case .text(let text): Self.isWord(text) ? text : "'\(text)'"
        default: expression
        }
    }

    /// The datum in the syntax of JSON, which is Terraform's as well.
    package var expression: String {
        switch self {
        case .null: "null"
        case .text(let text): "\"\(Value.escapedJSON(text))\""
        case .number(let digits): digits
        case .truth(let truth): truth ? "true" : "false"
        case .list(let elements): "[\(elements.map(\.expression).joined(separator: ", "))]"
        case .map(let members):
            "{\(members.sorted { $0.key < $1.key }.map { "\"\(Value.escapedJSON($0.key))\": \($0.value.expression)" }.joined(separator: ", "))}"
        }
    }

    /// Whether a text reads as itself in a sentence, without quotes around it.
    private static func isWord(_ text: String) -> Bool {
        !text.isEmpty && text != "null"
            && text.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"),
                    UInt8(ascii: "."), UInt8(ascii: ":"):
                    true
                default: false
                }
            }
    }
}
