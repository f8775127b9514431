/// A resource that sets a field of another resource's object: `aws_sqs_queue_redrive_policy` sets a queue's redrive policy.
///
/// A list field gets the overlay's value as a further element; any other field gets it where its own resource does not
/// write it.
package struct FieldOverlay: Sendable, Hashable {
    /// How the overlay says whose field it sets.
    package enum Owner: Sendable, Hashable {
        /// It names the owner as links do: by reference, name, ARN or URL.
        case link(PropertySource)
        /// It writes the same value as one of the owner's fields, or refers to the owner.
        case sameValue(PropertySource, as: FieldKey)
    }

    /// The Terraform type of the overlay.
    package let resourceType: String
    /// Whose field it sets.
    package let owner: Owner
    /// Where the overlay writes the value; `.whole` for the overlay itself as a structure.
    package let source: PropertySource

    /// Creates an overlay of the model table.
    init(_ resourceType: String, owner: Owner, source: PropertySource) {
        self.resourceType = resourceType
        self.owner = owner
        self.source = source
    }
}
