import Rules

/// The JSON Schema of rule files, from which editors learn keys, words and what they mean.
public struct RuleSchema: Sendable {
    public static let fileName = "rule.schema.json"
    private static let title = "ecslint rule"

    public init() {}

    /// Draft 7, which every editor understands.
    public var text: String {
        JSONValue.members([
            "$schema": .string("http://json-schema.org/draft-07/schema#"),
            "title": .string(Self.title),
            "description": .string("Written by `ecslint rules docs` from the keys that the loader reads."),
            "if": .members(["properties": .members(["kind": .members(["const": .string("RuleTests")])])]),
            "then": Self.object(.testFile, ""),
            "else": Self.object(.rule, ""),
        ]).text
    }

    /// Whether a text is a schema that some version of ecslint wrote.
    public static func isSchema(_ text: String) -> Bool { text.contains("\"title\": \"\(title)\"") }

    private static func object(_ shape: RuleFileShape, _ documentation: String) -> JSONValue {
        .members([
            "type": .string("object"),
            "description": documentation.isEmpty ? nil : .string(documentation),
            "properties": .object(shape.keys.map { ($0.name, value($0.form, $0.documentation)) }),
            "required": .array(shape.keys.filter(\.isRequired).map { .string($0.name) }),
            "additionalProperties": .bool(shape.isOpen),
        ])
    }

    private static func value(_ form: RuleFileForm, _ documentation: String = "") -> JSONValue {
        let description: JSONValue? = documentation.isEmpty ? nil : .string(documentation)
        let scalar = types("string", "number", "boolean")
        switch form {
        case .mapping(let shape): return object(shape, documentation)
        case .named(let element):
            return .members(["type": .string("object"), "description": description, "additionalProperties": value(element)])
        case .list(let element, let needsOne):
            return .members([
                "type": .string("array"), "description": description, "items": value(element),
                "minItems": needsOne ? .integer(1) : nil,
            ])
        case .texts:
            return .members([
                "type": types("string", "number", "boolean", "array"), "description": description,
                "items": .members(["type": scalar]),
            ])
        case .pattern(let pattern):
            return .members(["type": .string("string"), "description": description, "pattern": .string(pattern)])
        case .constant(let text): return .members(["description": description, "const": .string(text)])
        case .choice(let words):
            return .members(["description": description, "enum": .array(words.map(JSONValue.string))])
        case .text, .expression, .message: return .members(["type": scalar, "description": description])
        case .integer: return .members(["type": .string("integer"), "description": description])
        case .number: return .members(["type": .string("number"), "description": description])
        case .bool: return .members(["type": .string("boolean"), "description": description])
        case .anything: return .members(["description": description])
        }
    }

    private static func types(_ names: String...) -> JSONValue { .array(names.map(JSONValue.string)) }
}
