import Evaluation
import Templates

/// The language that a resource is written in; the model table says for each where a field stands.
package enum Dialect: Sendable, Hashable, CaseIterable {
    /// Types such as `AWS::SQS::Queue`.
    case cloudFormation
    /// Types such as `aws_sqs_queue`, whether in a configuration, a plan or a state.
    case terraform

    /// The language of a kind of template; what is not recognised is read as CloudFormation.
    package init(_ kind: TemplateKind) {
        switch kind {
        case .cloudFormation, .unrecognised: self = .cloudFormation
        case .terraformPlan, .terraformState, .terraformConfiguration: self = .terraform
        }
    }
}
