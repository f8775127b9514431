/// Draws the graph of templates.
package struct GraphSession: Sendable {
    private let options: LintOptions

    /// Creates a session; nothing is read before it runs.
    package init(_ options: LintOptions) { self.options = options }

    /// - Throws: the mistakes of the configuration and the parameters.
    package func run() throws(ConfigurationError) -> GraphResult {
        GraphResult(try LintSession(options).request())
    }
}
