import InstanceCatalog
import Text
import Workspace

/// A JSON text in the making: members keep their order, so that a report is the same bytes each time.
enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// Written with at most six decimals.
    case decimal(Decimal)
    case string(String)
    case array([JSONValue])
    case object([(String, JSONValue)])

    /// An object without the members that have no value.
    static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(members.compactMap { key, value in value.map { (key, $0) } })
    }

    /// An object whose members are all there; what is unknown is null.
    static func record(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { ($0.key, $0.value) })
    }

    static func optional(_ value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }
    static func optional(_ value: Decimal?) -> JSONValue { value.map(JSONValue.decimal) ?? .null }
    static func optional(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

    /// The text, two spaces a level, with a line end.
    var text: String {
        var output = ""
        write(to: &output, indentation: 0)
        return output + "\n"
    }

    private func write(to output: inout String, indentation: Int) {
        switch self {
        case .null: output += "null"
        case .bool(let value): output += value ? "true" : "false"
        case .integer(let value): output += String(value)
        case .decimal(let value): output += value.jsonText
        case .string(let value): Self.write(value, to: &output)
        case .array(let elements):
            Self.write(elements, between: ("[", "]"), to: &output, indentation) { element, output in
                element.write(to: &output, indentation: indentation + 1)
            }
        case .object(let members):
            Self.write(members, between: ("{", "}"), to: &output, indentation) { member, output in
                Self.write(member.0, to: &output)
                output += ": "
                member.1.write(to: &output, indentation: indentation + 1)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], between brackets: (String, String), to output: inout String, _ indentation: Int,
        each: (Item, inout String) -> Void
    ) {
        output += brackets.0
        for (index, item) in items.enumerated() {
            output += index == 0 ? "\n" : ",\n"
            output += String(repeating: "  ", count: indentation + 1)
            each(item, &output)
        }
        if !items.isEmpty { output += "\n" + String(repeating: "  ", count: indentation) }
        output += brackets.1
    }

    /// Control and bidirectional characters are escaped, so that a log that shows the text cannot be forged.
    private static func write(_ text: String, to output: inout String) {
        output += "\""
        // Most texts of a report hold nothing that is written otherwise.
        if JSONEscape.isPlain(text) {
            output += text
            output += "\""
            return
        }
        output += JSONEscape.escaped(text) { scalar in
            switch scalar {
            case "\n", "\r", "\t": nil
            case _ where PathText.byte(of: scalar) != nil: "\\" + scalar.pathByte
            default: scalar.isDangerousToShow ? JSONEscape.codeUnits(of: scalar) : nil
            }
        }
        output += "\""
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
}
