import Evaluation
import Templates

/// Works out whether the roles of pipes let them receive from their queue and feed what they feed.
///
/// Source: EventBridge user guide, "Amazon EventBridge Pipes permissions": a queue as source needs sqs:ReceiveMessage,
/// sqs:DeleteMessage and sqs:GetQueueAttributes; each target needs the action that hands the message over. Whoever receives
/// from a queue under a customer's key needs kms:Decrypt (SQS developer guide, "Key management").
struct PipeAccessDerivation {
    let assembly: ModelAssembly
    let questions: AccessQuestions

    func run() {
        for pipe in assembly.ids(of: .pipe) {
            readSource(of: pipe)
            assembly.derive(.mayStartTarget, of: pipe) { reading throws(ReadingFailure) in
                guard let role = try reading.object(.role, of: pipe) else { return .absent }
                return try mayStart(pipe, as: role, reading)
            }
        }
    }

    private func readSource(of pipe: ObjectID) {
        let actions: [(FieldKey, String)] = [
            (.mayReceive, "sqs:ReceiveMessage"), (.mayDelete, "sqs:DeleteMessage"),
            (.mayGetAttributes, "sqs:GetQueueAttributes"),
        ]
        questions.derive(actions, of: pipe) { reading throws(ReadingFailure) in
            guard let (queue, role) = try source(of: pipe, reading) else { return .answer(.absent) }
            return .role(role, queue: queue)
        }
        assembly.derive(.mayDecrypt, of: pipe) { reading throws(ReadingFailure) in
            guard let (queue, role) = try source(of: pipe, reading) else { return .absent }
            return try questions.mayDecrypt(messagesOf: queue, as: role, reading)
        }
    }

    private func source(
        of pipe: ObjectID, _ reading: Reading
    ) throws(ReadingFailure) -> (queue: ObjectID, role: ObjectID)? {
        guard let queue = try reading.object(.sourceQueue, of: pipe), let role = try reading.object(.role, of: pipe) else {
            return nil
        }
        return (queue, role)
    }

    /// Functions are `mayInvoke`'s, and tasks are judged as those of rules and schedules are.
    private func mayStart(
        _ pipe: ObjectID, as role: ObjectID, _ reading: Reading
    ) throws(ReadingFailure) -> Field.Content {
        guard let target = try reading.object(.target, of: pipe) else { return .absent }
        for (field, action) in [(FieldKey.queue, "sqs:SendMessage"), (.topic, "sns:Publish")] {
            guard case .object(let receiver) = assembly.field(field, of: target).content else { continue }
            return try questions.mayRole(role, do: action, with: receiver, reading).content
        }
        guard case .stateMachine? = TargetService(assembly.written(.targetArn, of: pipe), in: assembly) else { return .absent }
        // Policies spell a state machine in several ways, so that only the action is asked for.
        var anything = PolicyText()
        anything.append(.unknown(key: nil))
        var answer: PolicyAnswer?
        for action in ["states:StartExecution", "states:StartSyncExecution"] {
            let one = try questions.mayRole(role, PolicyRequest(action, on: [anything]), reading)
            answer = answer?.or(one) ?? one
        }
        switch answer {
        case .notGranted?, .denied?: return .bool(false)
        case .unknown(let reasons)? where !reasons.isEmpty && isVisible(role): return .bool(true)
        default: return answer?.content ?? .absent
        }
    }

    /// Whether every policy of a role is known, so that doubts are about the name of the state machine alone.
    private func isVisible(_ role: ObjectID) -> Bool { questions.policies(of: role).open.isEmpty }
}
