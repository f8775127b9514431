import Evaluation

/// What a role needs to consume a queue.
extension AccessQuestions {
    /// Works out for each of some actions whether a role may do it with a queue.
    ///
    /// - Parameter role: whose rights count; what it throws or gives decides the field without asking.
    func derive(
        _ actions: [(field: FieldKey, action: String)], of id: ObjectID,
        asking subject: @escaping (Reading) throws(ReadingFailure) -> QueueSubject
    ) {
        for (field, action) in actions {
            assembly.derive(field, of: id) { reading throws(ReadingFailure) in
                switch try subject(reading) {
                case .role(let role, let queue): try mayRole(role, do: action, with: queue, reading).content
                case .answer(let content): content
                }
            }
        }
    }

    /// Whose rights on which queue are asked for, or the answer where there is no question.
    enum QueueSubject {
        case role(ObjectID, queue: ObjectID)
        case answer(Field.Content)
    }

    /// Whether a role may decrypt the messages that it receives from a queue.
    ///
    /// Source: SQS developer guide, "Configuring server-side encryption with a customer key", "Consumers need kms:Decrypt".
    func mayDecrypt(
        messagesOf queue: ObjectID, as role: ObjectID, _ reading: Reading
    ) throws(ReadingFailure) -> Field.Content {
        guard try reading.bool(.usesCustomerKey, of: queue) == true, let key = try reading.object(.key, of: queue) else {
            return .bool(true)
        }
        return try mayRole(role, do: "kms:Decrypt", withKey: key, reading).content
    }
}
