import Evaluation
import Templates

/// Terraform resources that make further resources by a CloudFormation template, which nobody reads here: as with a nested
/// stack that was not found, what seems to be missing may stand there.
///
/// A stack that is told nothing of the others by parameters or references is taken to be one of its own.
enum OpaqueStack {
    static let types: Set<String> = [
        "aws_cloudformation_stack", "aws_serverlessapplicationrepository_cloudformation_stack",
    ]

    /// What a resource leaves open to what it is given; `nil` for any other resource.
    static func opening(for resource: Resource) -> Opening? {
        guard types.contains(resource.type), resource.existence != .never else { return nil }
        guard hasParameters(resource.body) || !resource.body.allMentions.isEmpty else { return nil }
        let reason = Reason("what the template of \(resource.name) makes is not read")
        guard case .unknown = resource.body.attribute("parameters").content, resource.body.allMentions.isEmpty else {
            return Opening(reason, given: [resource.body])
        }
        return Opening(reason, within: "", given: [resource.body])
    }

    private static func hasParameters(_ body: Value) -> Bool {
        let parameters = body.attribute("parameters")
        switch parameters.content {
        case .absent: return false
        case .map(let members, let open): return !members.isEmpty || !open.isEmpty
        default: return true
        }
    }
}
