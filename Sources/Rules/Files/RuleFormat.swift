import Topology

/// The templates that a rule with `raw()` is written for.
public enum RuleFormat: String, Sendable, CaseIterable {
    case cloudformation, terraform

    var dialect: Dialect {
        switch self {
        case .cloudformation: .cloudFormation
        case .terraform: .terraform
        }
    }
}
