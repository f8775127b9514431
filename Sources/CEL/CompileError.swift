/// Everything that keeps an expression from being accepted.
package struct CompileError: Error, Hashable, Sendable {
    /// At least one; of syntax faults only the first, of all others every one, in the order of the source.
    package let diagnostics: [Diagnostic]

    init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
