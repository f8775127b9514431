/// The mistakes in a configuration, all of them; each is located and says what to do.
public struct ConfigurationError: Error, Sendable, Hashable {
    public let diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
