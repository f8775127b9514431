import Evaluation
import Templates
import Topology

extension TemplateProblem {
    /// Whether the problem can make an answer about queues, workers and capacity wrong. What is broken in other resources
    /// is cfn-lint's to say.
    func isRelevant(in stack: Stack, schema: ModelSchema = .builtIn) -> Bool {
        switch code {
        case .duplicateKey, .circularReference, .valueOutsideAllowedValues: return true
        case .unresolvedReference, .malformedFunction, .nestedTemplateNotFound, .unknownName: break
        }
        guard let name = origin.resource, let resource = stack.resources.first(where: { $0.name == name }) else { return true }
        return resource.type == "AWS::CloudFormation::Stack" || resource.type.hasSuffix("::MODULE")
            || resource.type == "Rain::Module" || schema.kind(ofType: resource.type) != nil
    }
}
