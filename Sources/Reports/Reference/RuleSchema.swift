import Rules

/// The JSON Schema of rule files, from which editors learn keys, words and what they mean.
package struct RuleSchema: Sendable {
    /// What rule files call it in their first line; `rules new` writes it beside them.
    package static let fileName = "rule.schema.json"
    private static let title = "ecslint rule"

    /// Creates the schema of this version's rule files.
    package init() {}

    /// Draft 7, which every editor understands.
    package var text: String {
        JSONValue.members([
            "$schema": .string("http://json-schema.org/draft-07/schema#"),
            "title": .string(Self.title),
            "description": .string("Written by `ecslint rules docs` from the keys that the loader reads."),
            "if": .members(["properties": .members(["kind": .members(["const": .string("RuleTests")])])]),
            "then": ShapeSchema.object(.testFile, ""),
            "else": ShapeSchema.object(.rule, ""),
        ]).text
    }

    /// Whether a text is a schema that some version of ecslint wrote.
    package static func isSchema(_ text: String) -> Bool { text.contains("\"title\": \"\(title)\"") }
}
