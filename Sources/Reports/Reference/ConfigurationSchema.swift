import Workspace

/// The JSON Schema of `ecslint.yaml`, from which editors learn keys, words and what they mean.
public struct ConfigurationSchema: Sendable {
    public static let fileName = "ecslint.schema.json"

    public init() {}

    /// Draft 7, which every editor understands.
    public var text: String {
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
