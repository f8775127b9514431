import Rules
import YAMLBridge

/// Trouble of a run, as opposed to a finding about a template: a file that cannot be read, a mistake in the configuration.
package struct Diagnostic: Sendable, Hashable, Error {
    /// A second place that belongs to it, in the same file.
    package struct Related: Sendable, Hashable {
        /// What stands there, for people.
        package let message: String
        /// The place in the diagnostic's own file.
        package let span: SourceSpan

        /// Creates a second place in the diagnostic's file.
        init(message: String, span: SourceSpan) {
            self.message = message
            self.span = span
        }
    }

    /// Errors make the answer of the run untrustworthy: exit status 2.
    package let severity: Severity
    /// Stable, for scripts: `parse`, `file`, `configuration`, `parameters`, `not-a-template`, `rule`, `limit`.
    package let code: String
    /// What is wrong: a line for people without a full stop.
    package let message: String
    /// What to do about it.
    package let help: String?
    /// `nil` for trouble that stands in no file, such as a flag's.
    package let file: String?
    /// `nil` for trouble with the file as a whole.
    package let span: SourceSpan?
    /// Places that explain it, in the order in which a report shows them.
    package let related: [Related]

    /// Creates a diagnostic; without a file it is about the run as a whole.
    package init(
        severity: Severity = .error, code: String, message: String, help: String? = nil, file: String? = nil,
        span: SourceSpan? = nil, related: [Related] = []
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.help = help
        self.file = file
        self.span = span
        self.related = related
    }

    init(_ error: FileError) {
        self.init(code: "file", message: error.message, help: error.help, file: error.path)
    }

    init(_ error: ParseError) {
        self.init(error.diagnostic, file: error.path)
    }

    init(_ diagnostic: ParseDiagnostic, file: String) {
        self.init(
            severity: diagnostic.severity == .error ? .error : .warning, code: diagnostic.code.rawValue,
            message: diagnostic.message, help: diagnostic.help, file: file, span: diagnostic.span,
            related: diagnostic.related.map { Related(message: $0.message, span: $0.span) })
    }

    init(_ diagnostic: RuleDiagnostic) {
        self.init(
            code: diagnostic.code, message: diagnostic.message, help: diagnostic.help, file: diagnostic.file,
            span: diagnostic.span)
    }
}
