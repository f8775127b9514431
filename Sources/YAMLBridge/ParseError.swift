/// Why a text is no document: thrown instead of a half-read tree.
public struct ParseError: Error, Sendable, Hashable {
    /// The file's path as it was given.
    public let path: String
    public let diagnostic: ParseDiagnostic

    public init(path: String, diagnostic: ParseDiagnostic) {
        self.path = path
        self.diagnostic = diagnostic
    }
}
