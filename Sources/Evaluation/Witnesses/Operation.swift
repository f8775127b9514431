/// What is done to values that are not known yet, so that it can be done once they are.
package struct Operation: Sendable {
    /// The work of an operation on concrete values; it fails where the deployment would stop.
    package typealias Body = @Sendable (_ values: [Value], _ site: OperationSite) throws(ExpressionFailure) -> Value

    /// Identifies the operation: the same name on the same values gives the same.
    package let name: String
    /// Whether it compares its two values, so that the values that decide it are those that it names.
    package let isComparison: Bool
    /// The member that it takes of a map or object; `nil` for every other operation.
    package let memberName: String?
    /// The work.
    package let body: Body

    /// Creates an operation.
    package init(_ name: String, isComparison: Bool = false, memberName: String? = nil, _ body: @escaping Body) {
        self.name = name
        self.isComparison = isComparison
        self.memberName = memberName
        self.body = body
    }
}
