import Templates

/// What became of one file of a run.
public struct InputSummary: Sendable, Hashable {
    public enum Status: String, Sendable, Hashable {
        case ok
        /// It could not be read or parsed, or was named and is no template.
        case error
        /// No template, and nobody said that it is one.
        case skipped
    }

    public let file: String
    public let kind: TemplateKind
    /// Entries of the template's own `Resources`.
    public let resources: Int
    public let status: Status

    public init(file: String, kind: TemplateKind, resources: Int, status: Status) {
        self.file = file
        self.kind = kind
        self.resources = resources
        self.status = status
    }
}
