import Workspace

/// How a lint result is written.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    case text
    case json
    case sarif

    /// Whether the format itself says what went wrong with a run, so that nobody else has to.
    public var isForPeople: Bool { self == .text }
}
