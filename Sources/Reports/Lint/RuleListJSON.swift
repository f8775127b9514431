import Rules
import Workspace

/// The rules for scripts.
package struct RuleListJSON: Sendable {
    private let rules: [RuleDescription]

    /// Creates the list; the rules keep their order.
    package init(_ rules: [RuleDescription]) {
        self.rules = rules
    }

    /// A JSON object of version 1 of the format, with a line feed at its end.
    package var text: String {
        JSONValue.members(["version": .integer(1), "rules": .array(rules.map(Self.value))]).text
    }

    private static func value(_ rule: RuleDescription) -> JSONValue {
        .members([
            "id": .string(rule.id),
            "name": .string(rule.name),
            "severity": .string(rule.severity.rawValue),
            "confidence": .string(rule.confidence),
            "status": .string(rule.status.rawValue),
            "replacedBy": rule.replacedBy.map(JSONValue.string),
            "since": rule.since.map(JSONValue.string),
            "tags": .array(rule.tags.map(JSONValue.string)),
            "securitySeverity": rule.securitySeverity.map(JSONValue.string),
            "what": .string(rule.what),
            "parameters": .array(rule.parameters.map(value)),
            "file": rule.file.map(JSONValue.string),
        ])
    }

    private static func value(_ parameter: RuleParameter) -> JSONValue {
        .members([
            "name": .string(parameter.name),
            "type": .string(parameter.type.description),
            "default": .string(parameter.defaultValue.description),
            "minimum": parameter.minimum.map { .string($0.description) },
            "maximum": parameter.maximum.map { .string($0.description) },
            "documentation": .string(parameter.documentation),
        ])
    }
}
