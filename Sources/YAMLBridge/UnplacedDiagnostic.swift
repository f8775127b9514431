/// A diagnostic that still counts in bytes: lines are counted only for those that are shown.
struct UnplacedDiagnostic: Error {
    struct Related {
        let message: String
        let range: Range<Int>
    }

    let severity: ParseDiagnostic.Severity
    let code: ParseDiagnostic.Code
    let message: String
    let help: String?
    let range: Range<Int>
    let related: [Related]

    init(
        _ severity: ParseDiagnostic.Severity = .error, code: ParseDiagnostic.Code, _ message: String,
        help: String? = nil, at range: Range<Int>, related: [Related] = []
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.help = help
        self.range = range
        self.related = related
    }

    func placed(in text: SourceText) -> ParseDiagnostic {
        ParseDiagnostic(
            severity: severity, code: code, message: message, help: help, span: text.span(range),
            related: related.map { .init(message: $0.message, span: text.span($0.range)) })
    }
}
