/// A number or text of a rule that the configuration may change.
package struct RuleParameter: Sendable, Hashable {
    /// How expressions (`params.NAME`) and the configuration call it.
    package let name: String
    /// What values it takes.
    package let type: RuleParameterType
    /// What holds where the configuration says nothing.
    package let defaultValue: RuleParameterValue
    /// Lowest value allowed, of a number.
    package let minimum: RuleParameterValue?
    /// Highest value allowed, of a number.
    package let maximum: RuleParameterValue?
    /// The only values allowed; empty when any is.
    package let allowedValues: [RuleParameterValue]
    /// A few words on what it means and its unit, for the rule's page.
    package let documentation: String

    /// What is wrong with a value; `nil` when it may be used.
    func objection(to value: RuleParameterValue) -> String? {
        if let minimum, value.isLess(than: minimum) { return "\(value) is below \(minimum), the lowest value of '\(name)'" }
        if let maximum, maximum.isLess(than: value) { return "\(value) is above \(maximum), the highest value of '\(name)'" }
        if !allowedValues.isEmpty, !allowedValues.contains(value) {
            return "\(value) is not one of \(allowedValues.map(\.description).joined(separator: ", "))"
        }
        return nil
    }
}
