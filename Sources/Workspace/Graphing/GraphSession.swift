/// Draws the graph of templates.
public struct GraphSession: Sendable {
    private let options: LintOptions

    public init(_ options: LintOptions) { self.options = options }

    /// - Throws: the mistakes of the configuration and the parameters.
    public func run() throws(ConfigurationError) -> GraphResult {
        GraphResult(try LintSession(options).request())
    }
}
