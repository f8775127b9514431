import Evaluation
import Templates

/// Looks for keys of redrive policies that SQS does not know.
///
/// SQS refuses a policy that has others: "Only following attributes are supported: [deadLetterTargetArn, maxReceiveCount]".
/// CloudFormation and Terraform hand the JSON on as it is. Source: SQS SetQueueAttributes, `RedrivePolicy`.
struct RedriveKeyDerivation {
    let assembly: ModelAssembly

    static let target = "deadLetterTargetArn"
    static let count = "maxReceiveCount"

    func run() {
        for id in assembly.ids(of: .redrive) {
            assembly.setDerived(.otherKeys, of: id, to: otherKeys(of: assembly.value(of: id).unwrappedJSON))
        }
    }

    private func otherKeys(of policy: Value) -> Field.Content {
        switch policy.content {
        case .map(let members, let open):
            let others = members.filter { $0.key != Self.target && $0.key != Self.count && !$0.value.isAbsent }
            let elements = others.map { member in
                Field.Element(
                    Field(.string(member.key), state: .derived, origin: member.value.origin), presence: .always)
            }
            return .list(elements, open: open)
        default:
            let reasons = policy.unknownReasons
            return .list([], open: reasons.isEmpty ? [Reason("the redrive policy is not known")] : reasons)
        }
    }

    /// Whether a key means the dead-letter queue, however it is spelled: SQS025 speaks of the spelling, and nothing else
    /// should be said of the same mistake.
    static func meansTarget(_ key: String) -> Bool {
        // Most keys are of another length, and this is asked of every one.
        guard (target.utf8.count...target.utf8.count + 4).contains(key.utf8.count) else { return false }
        return key.lowercased().filter { $0 != "_" && $0 != "-" } == target.lowercased()
    }
}
