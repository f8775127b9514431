/// A number or text of a rule that the configuration may change.
public struct RuleParameter: Sendable, Hashable {
    public let name: String
    public let type: RuleParameterType
    public let defaultValue: RuleParameterValue
    /// Lowest value allowed, of a number.
    public let minimum: RuleParameterValue?
    /// Highest value allowed, of a number.
    public let maximum: RuleParameterValue?
    /// The only values allowed; empty when any is.
    public let allowedValues: [RuleParameterValue]
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
