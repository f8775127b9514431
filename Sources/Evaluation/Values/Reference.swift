/// A value that is only known as "this attribute of that resource": what `Ref` and `Fn::GetAtt` give.
package struct Reference: Hashable, Sendable {
    /// Which of the resource's values is meant.
    package enum Attribute: Hashable, Sendable {
        /// What `Ref` gives: a queue's URL, a role's name, a service's ARN.
        case identifier
        /// A named attribute: `Arn`, `QueueName`, `Outputs.Url`.
        case named(String)
    }

    /// The resource; it is one of the input.
    package let resource: ResourceID
    /// Which of its values.
    package let attribute: Attribute

    /// Creates a reference to a value of a resource of the input.
    package init(resource: ResourceID, attribute: Attribute) {
        self.resource = resource
        self.attribute = attribute
    }
}
