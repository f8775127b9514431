/// Something that the reader of a text saw and that a person should know.
package struct ParseDiagnostic: Sendable, Hashable {
    /// An error leaves no tree; a warning comes with one.
    package enum Severity: String, Sendable { case error, warning }

    /// What kind of trouble it is; stable, for scripts.
    package enum Code: String, Sendable {
        /// The text breaks the language's grammar.
        case syntax = "parse"
        /// Bytes that are no text of a known encoding.
        case encoding
        /// A key stands twice in one mapping; the last one counts.
        case duplicateKey = "duplicate-key"
        /// An alias of YAML without the anchor that it names.
        case undefinedAlias = "undefined-alias"
        /// An alias inside the very thing that it stands for.
        case cyclicAlias = "cyclic-alias"
        /// More than the reader gives to one text: size, depth, repetition.
        case limit
        /// The input of a template engine such as Jinja, which is to be rendered first.
        case templatedFile = "templated-file"
    }

    /// A second place that belongs to the trouble.
    package struct Related: Sendable, Hashable {
        /// What stands there, for people: "its value here is lost".
        package let message: String
        /// In the same text as the diagnostic's own.
        package let span: SourceSpan

        /// Creates a second place of a diagnostic.
        package init(message: String, span: SourceSpan) {
            self.message = message
            self.span = span
        }
    }

    /// Whether there is a tree in spite of it.
    package let severity: Severity
    /// Names the kind of trouble in reports.
    package let code: Code
    /// What is wrong: a line for people without a full stop.
    package let message: String
    /// What to do about it.
    package let help: String?
    /// The stretch of the text that a report underlines.
    package let span: SourceSpan
    /// Places that explain it, in the order in which a report shows them; mostly none.
    package let related: [Related]

    /// The same as something that leaves no tree.
    package var asError: ParseDiagnostic {
        ParseDiagnostic(severity: .error, code: code, message: message, help: help, span: span, related: related)
    }

    /// Creates a diagnostic whose place is known.
    init(
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
