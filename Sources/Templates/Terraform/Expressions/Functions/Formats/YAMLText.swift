import Evaluation

/// A value as YAML text, as `yamlencode` writes it: texts in double quotation marks, lists and maps line by line.
///
/// Source: https://developer.hashicorp.com/terraform/language/functions/yamlencode; the writer is
/// https://github.com/zclconf/go-cty-yaml, whose lines the tests record.
struct YAMLText {
    private(set) var text = ""

    /// Longest line that is never broken into two.
    private static let widestLine = 80

    /// `nil` for a value that is not wholly known, and for texts whose lines are not written out here.
    init?(_ value: Value) {
        guard value.isWhollyKnown, write(value, indent: 0, isInList: false) else { return nil }
        // A number or truth value alone has an end of its own.
        if case .scalar(let scalar) = value.content, !scalar.isQuoted { text += "...\n" }
        if value.isAbsent { text += "...\n" }
        guard text.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy({ $0.count <= Self.widestLine }) else { return nil }
    }

    /// Writes a value behind `- ` or `key:`, or at the start of the text.
    private mutating func write(_ value: Value, indent: Int, isInList: Bool) -> Bool {
        if value.isJSONText, let json = value.knownJSONText {
            return write(.text(json, origin: value.origin), indent: indent, isInList: isInList)
        }
        switch value.content {
        case .absent: text += "null\n"
        case .scalar(let scalar):
            guard let written = scalar.isQuoted ? Self.quoted(scalar.text) : value.convertedText else { return false }
            text += written + "\n"
        case .list(let elements, _):
            if elements.isEmpty { text += "[]\n" }
            return writeElements(elements, indent: indent, isInList: isInList)
        case .map(let members, _):
            if members.isEmpty { text += "{}\n" }
            return writeMembers(Value.sorted(members), indent: indent)
        default: return false
        }
        return true
    }

    private mutating func writeElements(_ elements: [Value], indent: Int, isInList: Bool) -> Bool {
        for (index, element) in elements.enumerated() {
            if index > 0 || !isInList, !isAtStart(indent) { text += String(repeating: " ", count: indent) }
            text += "- "
            guard write(element, indent: indent + 2, isInList: true) else { return false }
        }
        return true
    }

    private mutating func writeMembers(_ members: [Value.Member], indent: Int) -> Bool {
        for (index, member) in members.enumerated() {
            guard let key = Self.quoted(member.key), key.utf8.count < 100 else { return false }
            if index > 0 { text += String(repeating: " ", count: indent) }
            text += key + ":"
            switch member.value.content {
            case _ where member.value.isJSONText:
                text += " "
                guard write(member.value, indent: indent + 2, isInList: false) else { return false }
            case .list(let elements, _) where !elements.isEmpty:
                // The elements of a list in a map stand below its key.
                text += "\n"
                guard writeElements(elements, indent: indent, isInList: false) else { return false }
            case .map(let inner, _) where !inner.isEmpty:
                text += "\n" + String(repeating: " ", count: indent + 2)
                guard writeMembers(Value.sorted(inner), indent: indent + 2) else { return false }
            default:
                text += " "
                guard write(member.value, indent: indent + 2, isInList: false) else { return false }
            }
        }
        return true
    }

    /// Whether the line has its blanks already.
    private func isAtStart(_ indent: Int) -> Bool { indent == 0 }

    /// A text of one line in quotation marks; `nil` for others, whose form hangs on what they hold.
    private static func quoted(_ text: String) -> String? {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\t": result += "\\t"
            case " "..."~", "\u{A1}"..."\u{D7FF}": result.unicodeScalars.append(scalar)
            default: return nil
            }
        }
        return result + "\""
    }
}
