/// Everything that keeps rules from being used: faults in their files, in their expressions, in their parameters.
package struct RuleLoadError: Error, Sendable, Hashable {
    /// At least one, in the order of files and lines.
    package let diagnostics: [RuleDiagnostic]

    init(_ diagnostics: [RuleDiagnostic]) {
        self.diagnostics = diagnostics.sorted {
            ($0.file, $0.span.start.line, $0.span.start.column) < ($1.file, $1.span.start.line, $1.span.start.column)
        }
    }
}
