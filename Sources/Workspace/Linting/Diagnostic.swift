import Rules
import YAMLBridge

/// Trouble of a run, as opposed to a finding about a template: a file that cannot be read, a mistake in the configuration.
public struct Diagnostic: Sendable, Hashable, Error {
    /// A second place that belongs to it, in the same file.
    public struct Related: Sendable, Hashable {
        /// What stands there, for people.
        public let message: String
        /// The place in the diagnostic's own file.
        public let span: SourceSpan

        /// Creates a second place in the diagnostic's file.
        init(message: String, span: SourceSpan) {
            self.message = message
            self.span = span
        }
    }

    /// Errors make the answer of the run untrustworthy: exit status 2.
    public let severity: Severity
    /// Stable, for scripts: `parse`, `file`, `configuration`, `parameters`, `not-a-template`, `rule`, `limit`.
    public let code: String
    /// What is wrong: a line for people without a full stop.
    public let message: String
    /// What to do about it.
    public let help: String?
    /// `nil` for trouble that stands in no file, such as a flag's.
    public let file: String?
    /// `nil` for trouble with the file as a whole.
    public let span: SourceSpan?
    /// Places that explain it, in the order in which a report shows them.
    public let related: [Related]

    /// Creates a diagnostic; without a file it is about the run as a whole.
    public init(
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
