/// Why a text is no document: thrown instead of a half-read tree.
package struct ParseError: Error, Sendable, Hashable {
    /// The file's path as it was given.
    package let path: String
    /// What stopped the reader, of severity `error`; a text has one such trouble, since reading ends with it.
    package let diagnostic: ParseDiagnostic

    /// Creates an error about the file of a path.
    package init(path: String, diagnostic: ParseDiagnostic) {
        self.path = path
        self.diagnostic = diagnostic
    }
}
