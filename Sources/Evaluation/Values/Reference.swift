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

    /// What the value looks like, as far as that is known.
    package let form: Form?
    /// Identifies the value where several references have it: two data sources that read one thing. `nil` for one of its own.
    package let sharedKey: String?

    /// What a value that AWS gives looks like.
    package enum Form: Hashable, Sendable {
        case fact(DeploymentFact)
        /// A list of texts that are not empty; whether the list may be.
        case texts(mayBeEmpty: Bool)
    }

    /// Creates a reference to a value of a resource of the input.
    package init(resource: ResourceID, attribute: Attribute, form: Form? = nil, sharedKey: String? = nil) {
        self.resource = resource
        self.attribute = attribute
        self.form = form
        self.sharedKey = sharedKey
    }

    /// Whether both are the same value of the same resource.
    package static func == (left: Reference, right: Reference) -> Bool {
        left.resource == right.resource && left.attribute == right.attribute
    }

    /// Feeds what equality compares.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(resource)
        hasher.combine(attribute)
    }

    /// A text that is equal for references that surely have the same value.
    package var key: String { sharedKey ?? "ref(\(resource.stack)/\(resource.logicalID)/\(attribute))" }

    /// Whether the value is a list.
    package var isList: Bool { if case .texts? = form { true } else { false } }
}
