import YAMLBridge

/// What is wrong with a rule file, or what went wrong while a rule ran, with its place.
package struct RuleDiagnostic: Sendable, Hashable {
    /// The rule file's (or configuration's) path.
    package let file: String
    /// The stretch of the file that a report underlines.
    package let span: SourceSpan
    /// Stable name of the kind of fault: `unknown-key`, `undeclared-field`.
    package let code: String
    /// What is wrong: a line for people without a full stop.
    package let message: String
    /// What to do about it.
    package let help: String?

    /// Creates a diagnostic about a stretch of a file.
    init(file: String, span: SourceSpan, code: String, message: String, help: String? = nil) {
        self.file = file
        self.span = span
        self.code = code
        self.message = message
        self.help = help
    }

    init(at node: Node, code: String, message: String, help: String? = nil) {
        self.init(file: node.document.path, span: node.span, code: code, message: message, help: help)
    }

    init(in source: ExpressionSource, range: Range<Int>, code: String, message: String, help: String? = nil) {
        self.init(
            file: source.node.document.path, span: source.span(of: range), code: code, message: message, help: help)
    }
}
