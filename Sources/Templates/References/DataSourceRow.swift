import Evaluation

/// What is known of the answers of Terraform's data sources of one type before AWS is asked.
package struct DataSourceRow: Sendable {
    /// What attributes look like, by name.
    package let attributes: [String: Reference.Form]
    /// Whether two data sources of the type that ask the same in one module have the same answer.
    package let isDecidedByArguments: Bool

    /// Creates a row.
    package init(_ attributes: [String: Reference.Form], isDecidedByArguments: Bool = false) {
        self.attributes = attributes
        self.isDecidedByArguments = isDecidedByArguments
    }
}
