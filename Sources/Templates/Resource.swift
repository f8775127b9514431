import Evaluation

/// One resource of a stack with its values evaluated.
package struct Resource: Sendable {
    /// By which links name it.
    package let id: ResourceID
    /// The name for people: the logical id, `Parent/Child/LogicalId` in a nested stack.
    package let name: String
    /// `AWS::SQS::Queue`, `aws_sqs_queue`.
    package let type: String
    /// When the resource exists.
    package let existence: Condition
    /// The whole body as a map: `Properties`, `Metadata`, ...
    package let body: Value

    /// Creates a resource whose body is evaluated.
    package init(id: ResourceID, name: String, type: String, existence: Condition, body: Value) {
        self.id = id
        self.name = name
        self.type = type
        self.existence = existence
        self.body = body
    }
}
