/// A number or text of a rule that the configuration may change.
public struct RuleParameter: Sendable, Hashable {
    /// How expressions (`params.NAME`) and the configuration call it.
    public let name: String
    /// What values it takes.
    public let type: RuleParameterType
    /// What holds where the configuration says nothing.
    public let defaultValue: RuleParameterValue
    /// Lowest value allowed, of a number.
    public let minimum: RuleParameterValue?
    /// Highest value allowed, of a number.
    public let maximum: RuleParameterValue?
    /// The only values allowed; empty when any is.
    public let allowedValues: [RuleParameterValue]
    /// A few words on what it means and its unit, for the rule's page.
    public let documentation: String

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
