import YAMLBridge

extension RuleDiagnostic {
    init(_ error: ParseError) {
        let diagnostic = error.diagnostic
        self.init(
            file: error.path, span: diagnostic.span, code: diagnostic.code.rawValue, message: diagnostic.message,
            help: diagnostic.help)
    }
}
