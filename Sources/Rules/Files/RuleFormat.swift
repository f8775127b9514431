import Topology

/// The templates that a rule with `raw()` is written for.
enum RuleFormat: String, Sendable, CaseIterable {
    case cloudformation, terraform

    var dialect: Dialect {
        switch self {
        case .cloudformation: .cloudFormation
        case .terraform: .terraform
        }
    }
}
