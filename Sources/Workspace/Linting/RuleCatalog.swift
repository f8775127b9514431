import Rules

/// The rules that a run knows, for reports and for `explain`.
public enum RuleCatalog {
    /// Every rule that a finding of a result may name.
    public static func descriptions(for result: LintResult) -> [RuleDescription] {
        TemplateProblemRule.all
    }
}
