import Workspace

/// A baseline as JSON: sorted, a member a line, so that a change of it reads well in a diff.
package struct BaselineText: Sendable {
    private let baseline: Baseline

    /// Creates the text of a baseline's entries; its path is not written.
    package init(_ baseline: Baseline) {
        self.baseline = baseline
    }

    /// The file's content, with a line feed at its end.
    package var text: String {
        JSONValue.members(["version": 1, "findings": .array(baseline.entries.map(Self.value))]).text
    }

    private static func value(_ entry: Baseline.Entry) -> JSONValue {
        .members([
            "file": .string(entry.file),
            "resource": entry.resource.map(JSONValue.string),
            "path": entry.path.map(JSONValue.string),
            "rule": .string(entry.rule),
            "name": entry.name.isEmpty ? nil : .string(entry.name),
            "check": .string(entry.check),
            "subject": entry.subject.map(JSONValue.string),
        ])
    }
}
