/// A block of a Terraform resource that is a resource of its own in CloudFormation: the `warm_pool` of a group.
public struct EmbeddedBlock: Sendable, Hashable {
    /// The Terraform type that holds the block.
    public let resourceType: String
    public let block: String
    /// The field that links to the holder's object.
    public let ownerField: String

    public init(_ resourceType: String, block: String, owner: String) {
        self.resourceType = resourceType
        self.block = block
        self.ownerField = owner
    }
}
