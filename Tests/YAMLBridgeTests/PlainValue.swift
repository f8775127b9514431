import Foundation
import YAMLBridge

/// A document's data without places, to compare with what a suite expects.
indirect enum PlainValue: Hashable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([PlainValue])
    case map([String: PlainValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([PlainValue].self) {
            self = .list(value)
        } else {
            self = .map(try container.decode([String: PlainValue].self))
        }
    }

    /// Types plain scalars as YAML 1.2's core schema does.
    init(_ node: Node) {
        switch node.kind {
        case .sequence: self = .list(node.elements.map(PlainValue.init))
        case .mapping:
            self = .map(
                Dictionary(node.entries.map { ($0.key.text, PlainValue($0.value)) }, uniquingKeysWith: { $1 }))
        case .scalar: self = Self.scalar(node)
        }
    }

    private static func scalar(_ node: Node) -> PlainValue {
        let isTyped = ["tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool"].contains(node.tag)
        guard node.style == .plain && node.tag == nil || isTyped || node.isNull else { return .text(node.text) }
        if node.isNull && node.tag == nil { return .null }
        switch node.text {
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        if node.tag == "tag:yaml.org,2002:null" { return .null }
        if let number = number(node.text) { return .number(number) }
        return .text(node.text)
    }

    private static func number(_ text: String) -> Double? {
        if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16).map(Double.init) }
        if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8).map(Double.init) }
        guard text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil else { return nil }
        return Double(text.hasPrefix(".") ? "0" + text : text.hasSuffix(".") ? text + "0" : text)
    }

    /// JSON values one after the other, each ending with its line.
    static func stream(_ json: String) -> [PlainValue]? {
        var values: [PlainValue] = []
        var pending = ""
        for line in json.split(separator: "\n", omittingEmptySubsequences: false) {
            pending += line + "\n"
            guard !pending.allSatisfy(\.isWhitespace) else { continue }
            guard let value = try? JSONDecoder().decode(PlainValue.self, from: Data(pending.utf8)) else { continue }
            values.append(value)
            pending = ""
        }
        return pending.allSatisfy(\.isWhitespace) ? values : nil
    }
}
