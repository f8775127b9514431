import InstanceCatalog

/// A JSON text of figures: members keep their order, money has at most six decimals, unknown is null.
enum CostJSONValue {
    case null
    case integer(Int)
    case money(Decimal)
    case string(String)
    case array([CostJSONValue])
    case object(KeyValuePairs<String, CostJSONValue>)

    static func optional(_ value: Int?) -> CostJSONValue { value.map(CostJSONValue.integer) ?? .null }
    static func optional(_ value: Decimal?) -> CostJSONValue { value.map(CostJSONValue.money) ?? .null }
    static func optional(_ value: String?) -> CostJSONValue { value.map(CostJSONValue.string) ?? .null }

    /// The text, two spaces a level, with a line feed at its end.
    var text: String {
        var output = ""
        write(to: &output, indentation: "")
        return output + "\n"
    }

    private func write(to output: inout String, indentation: String) {
        switch self {
        case .null: output += "null"
        case .integer(let value): output += String(value)
        case .money(let value): output += value.jsonText
        case .string(let value): Self.write(value, to: &output)
        case .array(let elements):
            Self.write(elements.count, in: "[]", to: &output, indentation) { index, output, inner in
                elements[index].write(to: &output, indentation: inner)
            }
        case .object(let members):
            Self.write(members.count, in: "{}", to: &output, indentation) { index, output, inner in
                Self.write(members[index].key, to: &output)
                output += ": "
                members[index].value.write(to: &output, indentation: inner)
            }
        }
    }

    private static func write(
        _ count: Int, in brackets: String, to output: inout String, _ indentation: String,
        element: (Int, inout String, String) -> Void
    ) {
        guard count > 0 else {
            output += brackets
            return
        }
        let inner = indentation + "  "
        output += brackets.prefix(1)
        for index in 0..<count {
            output += index == 0 ? "\n" : ",\n"
            output += inner
            element(index, &output, inner)
        }
        output += "\n" + indentation
        output += brackets.suffix(1)
    }

    private static func write(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\t": output += "\\t"
            default:
                if scalar.isUnsafeInTable {
                    output += scalar.jsonEscape
                } else {
                    output.unicodeScalars.append(scalar)
                }
            }
        }
        output += "\""
    }
}

extension Unicode.Scalar {
    /// Whether a terminal or a spreadsheet could take the character for a command or turn the text around.
    var isUnsafeInTable: Bool {
        if isASCII { return value < 0x20 || value == 0x7F }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: false
        }
    }

    fileprivate var jsonEscape: String {
        String(self).utf16.reduce(into: "") { text, unit in
            let digits = String(unit, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}
