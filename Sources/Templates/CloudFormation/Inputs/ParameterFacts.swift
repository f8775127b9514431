import Evaluation

/// What is known of a parameter whose value is not.
struct ParameterFacts: Sendable {
    /// What it may be: its `AllowedValues`, each once.
    var allowed: [String]?
    /// What it is, when that must not be shown: the value of a `NoEcho` parameter.
    var hidden: String?
}
