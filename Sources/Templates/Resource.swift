/// One resource of a stack with its values evaluated.
public struct Resource: Sendable {
    /// By which links name it.
    public let id: ResourceID
    /// The name for people: the logical id, `Parent/Child/LogicalId` in a nested stack.
    public let name: String
    /// `AWS::SQS::Queue`, `aws_sqs_queue`.
    public let type: String
    /// When the resource exists.
    public let existence: Condition
    /// The whole body as a map: `Properties`, `Metadata`, ...
    public let body: Value

    /// Creates a resource whose body is evaluated.
    public init(id: ResourceID, name: String, type: String, existence: Condition, body: Value) {
        self.id = id
        self.name = name
        self.type = type
        self.existence = existence
        self.body = body
    }
}
