import Workspace

/// How a lint result is written.
package enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    case text
    case json
    case sarif
    /// JUnit's XML, which every CI server shows as tests.
    case junit
    /// Commands that a GitHub workflow turns into annotations.
    case github
    /// GitLab's Code Quality.
    case gitlab
    /// A comment on a pull request.
    case markdown

    /// Whether the format itself says what went wrong with a run to whoever looks at the output.
    package var isForPeople: Bool { self == .text || self == .github }
}
