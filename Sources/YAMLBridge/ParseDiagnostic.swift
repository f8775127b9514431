/// Something that the reader of a text saw and that a person should know.
public struct ParseDiagnostic: Sendable, Hashable {
    public enum Severity: String, Sendable { case error, warning }

    /// What kind of trouble it is; stable, for scripts.
    public enum Code: String, Sendable {
        case syntax = "parse"
        case encoding
        case duplicateKey = "duplicate-key"
        case undefinedAlias = "undefined-alias"
        case cyclicAlias = "cyclic-alias"
        case limit
        case templatedFile = "templated-file"
    }

    /// A second place that belongs to the trouble.
    public struct Related: Sendable, Hashable {
        public let message: String
        public let span: SourceSpan

        public init(message: String, span: SourceSpan) {
            self.message = message
            self.span = span
        }
    }

    public let severity: Severity
    public let code: Code
    /// What is wrong.
    public let message: String
    /// What to do about it.
    public let help: String?
    public let span: SourceSpan
    public let related: [Related]

    public init(
        severity: Severity, code: Code, message: String, help: String? = nil, span: SourceSpan,
        related: [Related] = []
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.help = help
        self.span = span
        self.related = related
    }
}
