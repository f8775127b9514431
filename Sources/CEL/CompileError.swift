/// Everything that keeps an expression from being accepted.
public struct CompileError: Error, Hashable, Sendable {
    /// At least one; of syntax faults only the first, of all others every one, in the order of the source.
    public let diagnostics: [Diagnostic]

    init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
