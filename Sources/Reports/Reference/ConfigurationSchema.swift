import Workspace

/// The JSON Schema of `ecslint.yaml`, from which editors learn keys, words and what they mean.
struct ConfigurationSchema: Sendable {
    /// What the schema is called in the reference.
    static let fileName = "ecslint.schema.json"

    init() {}

    /// Draft 7, which every editor understands.
    var text: String {
        JSONValue.members([
            "$schema": .string("http://json-schema.org/draft-07/schema#"),
            "title": .string("ecslint.yaml"),
            "description": .string("Written by `ecslint rules docs` from the keys that the program reads."),
            "anyOf": .array([
                .members(["type": .string("null")]),
                ShapeSchema.object(ConfigurationShape.configuration, ""),
            ]),
        ]).text
    }
}
