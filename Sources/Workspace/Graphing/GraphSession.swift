/// Draws the graph of templates.
public struct GraphSession: Sendable {
    private let options: LintOptions

    /// Creates a session; nothing is read before it runs.
    public init(_ options: LintOptions) { self.options = options }

    /// - Throws: the mistakes of the configuration and the parameters.
    public func run() throws(ConfigurationError) -> GraphResult {
        GraphResult(try LintSession(options).request())
    }
}
