import Evaluation

/// What sort of template a document is; the raw values are those of the JSON report.
package enum TemplateKind: String, Sendable, Hashable {
    /// YAML or JSON, written by hand or by CDK, SAM and the like.
    case cloudFormation = "cloudformation"
    /// What `terraform show -json` makes of a plan.
    case terraformPlan = "terraform-plan"
    /// A state file, or what `terraform show -json` makes of a state.
    case terraformState = "terraform-state"
    /// `.tf` and `.tf.json` files, and those of OpenTofu.
    case terraformConfiguration = "terraform-configuration"
    /// Readable, and nothing of the above.
    case unrecognised
}
