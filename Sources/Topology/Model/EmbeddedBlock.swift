/// A block of a Terraform resource that is a resource of its own in CloudFormation: the `warm_pool` of a group.
package struct EmbeddedBlock: Sendable, Hashable {
    /// The Terraform type that holds the block.
    package let resourceType: String
    /// The block's name in that type.
    package let block: String
    /// The field that links to the holder's object.
    package let ownerField: FieldKey

    /// Creates a block of the model table; `owner` is the field that links to its holder.
    init(_ resourceType: String, block: String, owner: FieldKey) {
        self.resourceType = resourceType
        self.block = block
        self.ownerField = owner
    }
}
