/// What sort of template a document is; the raw values are those of the JSON report.
public enum TemplateKind: String, Sendable, Hashable {
    case cloudFormation = "cloudformation"
    case terraformPlan = "terraform-plan"
    case terraformState = "terraform-state"
    case terraformConfiguration = "terraform-configuration"
    case unrecognised
}
