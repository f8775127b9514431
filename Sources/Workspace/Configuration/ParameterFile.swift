import Evaluation
import Templates
import YAMLBridge

/// Parameter values from a file in one of the forms that AWS tools read.
///
/// The forms, in JSON or YAML: CloudFormation's list of `ParameterKey` and `ParameterValue`, CodePipeline's
/// `Parameters:` map, and a plain map of names to values. Terraform's `.tfvars` and `.tfvars.json` are such maps, whose lists
/// and maps are kept as the expressions that they are.
package enum ParameterFile {
    /// - Throws: every mistake of the file.
    package static func parse(
        _ document: Document
    ) throws(ConfigurationError) -> [String: LoadOptions.ParameterValue] {
        var reader = NodeReader(document: document, code: "parameters")
        var values: [String: LoadOptions.ParameterValue] = [:]
        if let root = document.root {
            if document.path.hasSuffix(".tfvars") || document.path.hasSuffix(".tfvars.json") {
                return expressions(of: root, source: document.path)
            }
            if root.kind == .sequence {
                values = pairs(of: root, in: &reader, source: document.path)
            } else if let map = root["Parameters"], map.kind == .mapping {
                values = self.values(of: map, in: &reader, source: document.path)
            } else {
                values = self.values(of: root, in: &reader, source: document.path)
            }
        }
        guard reader.diagnostics.isEmpty else { throw ConfigurationError(reader.diagnostics) }
        return values
    }

    /// A map of names to values; a list is joined with commas, as a list parameter is written.
    static func values(
        of node: Node, in reader: inout NodeReader, source: String
    ) -> [String: LoadOptions.ParameterValue] {
        var values: [String: LoadOptions.ParameterValue] = [:]
        for entry in reader.entries(of: node, in: "a set of parameters") ?? [] {
            guard let text = text(of: entry.value, name: entry.key.text, in: &reader) else { continue }
            values[entry.key.text] = LoadOptions.ParameterValue(text, source: source)
        }
        return values
    }

    /// Values of Terraform's variables: texts as they are, all else as the expression that spells it, as `-var` takes them.
    private static func expressions(of root: Node, source: String) -> [String: LoadOptions.ParameterValue] {
        var values: [String: LoadOptions.ParameterValue] = [:]
        for entry in root.entries where !entry.value.isNull {
            let isText = entry.value.kind == .scalar && entry.value.style != .plain
            let text =
                isText
                ? entry.value.text : String(decoding: root.document.bytes[entry.value.byteRange], as: UTF8.self)
            values[entry.key.text] = LoadOptions.ParameterValue(unquoted(text, in: root.document), source: source)
        }
        return values
    }

    /// The text of an expression in Terraform's language that is a plain text in quotes.
    private static func unquoted(_ text: String, in document: Document) -> String {
        let inner = text.utf8.dropFirst().dropLast()
        guard document.path.hasSuffix(".tfvars"), text.utf8.count > 1, text.hasPrefix("\""), text.hasSuffix("\""),
            !inner.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "{") })
        else { return text }
        return String(decoding: inner, as: UTF8.self)
    }

    private static func pairs(
        of list: Node, in reader: inout NodeReader, source: String
    ) -> [String: LoadOptions.ParameterValue] {
        let known = ["ParameterKey", "ParameterValue", "UsePreviousValue", "ResolvedValue"]
        var values: [String: LoadOptions.ParameterValue] = [:]
        for element in list.elements {
            let entries = reader.entries(of: element, known: known, in: "a parameter")
            guard let key = entries.first(where: { $0.key.text == "ParameterKey" })?.value.text, !key.isEmpty else {
                reader.report("a parameter needs a ParameterKey", at: element)
                continue
            }
            // Without a value the stack keeps the one it has, which nobody here can see.
            guard let value = entries.first(where: { $0.key.text == "ParameterValue" })?.value else { continue }
            guard let text = text(of: value, name: key, in: &reader) else { continue }
            values[key] = LoadOptions.ParameterValue(text, source: source)
        }
        return values
    }

    private static func text(of value: Node, name: String, in reader: inout NodeReader) -> String? {
        switch value.kind {
        case .scalar where !value.isNull: return value.text
        case .sequence where value.elements.allSatisfy { $0.kind == .scalar }:
            return value.elements.map(\.text).joined(separator: ",")
        default:
            reader.report("the value of parameter '\(name)' must be text, a number or a list of these", at: value)
            return nil
        }
    }
}
