import Templates

/// What became of one file of a run.
public struct InputSummary: Sendable, Hashable {
    /// How reading it ended; raw values are those of the reports.
    public enum Status: String, Sendable, Hashable {
        /// A template that was checked.
        case ok
        /// It could not be read or parsed, or was named and is no template.
        case error
        /// No template, and nobody said that it is one.
        case skipped
    }

    /// The path as reports show it.
    public let file: String
    /// The language that it is written in, as far as it was recognised.
    public let kind: TemplateKind
    /// Entries of the template's own `Resources`.
    public let resources: Int
    /// How reading it ended.
    public let status: Status

    /// Creates the summary of a file.
    public init(file: String, kind: TemplateKind, resources: Int, status: Status) {
        self.file = file
        self.kind = kind
        self.resources = resources
        self.status = status
    }
}
