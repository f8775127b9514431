/// The mistakes in a configuration, all of them; each is located and says what to do.
package struct ConfigurationError: Error, Sendable, Hashable {
    /// In the order in which they were found; never empty.
    package let diagnostics: [Diagnostic]

    /// Creates an error of these mistakes.
    init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
