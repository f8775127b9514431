/// Why an evaluation has no answer: a broken rule is never a pass.
package enum RuleError: Error, Sendable, Hashable {
    /// The rule cannot be used at all.
    case load(RuleLoadError)
    /// An expression failed on this input: division by zero, too much work.
    case evaluation(RuleDiagnostic)

    /// What to tell, with places.
    package var diagnostics: [RuleDiagnostic] {
        switch self {
        case .load(let error): error.diagnostics
        case .evaluation(let diagnostic): [diagnostic]
        }
    }
}
