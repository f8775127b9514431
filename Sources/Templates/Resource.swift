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
    /// The whole body as a map: `Properties`, `Metadata`, ...; of what never exists without what is not known of it.
    package let body: Value
    /// The names of resources that it waits for by `DependsOn` or `depends_on`, as ``name`` has them but without the keys of
    /// copies; a module's name with a dot at its end stands for all that is in the module.
    package let waitsFor: [String]
    /// Whether ``waitsFor`` and the references of ``body`` are all that it waits for; false in states, and in plans where
    /// expressions cannot be followed.
    package let isOrderKnown: Bool
    /// The defaults of parameters that decide whether it exists.
    package let existenceSteps: [OriginStep]

    /// The region that it is made in, where the template says it: by the resource's own argument or its provider's.
    package let region: String?

    /// Creates a resource whose body is evaluated.
    package init(
        id: ResourceID, name: String, type: String, existence: Condition, body: Value, waitsFor: [String] = [],
        isOrderKnown: Bool = true, existenceSteps: [OriginStep] = [], region: String? = nil
    ) {
        self.id = id
        self.name = name
        self.type = type
        self.existence = existence
        self.body = existence == .never ? body.withoutUnknowns : body
        self.waitsFor = waitsFor
        self.isOrderKnown = isOrderKnown
        self.existenceSteps = existenceSteps
        self.region = region
    }
}
