/// A kind of thing in the model: a queue, a service, or a structure inside one. A class, since every object holds its own.
package final class KindDeclaration: Sendable {
    /// Which kind it is.
    package let key: Kind
    /// A sentence for the reference page and the editor.
    package let documentation: String
    /// The CloudFormation types that become this kind.
    package let cloudFormationTypes: [String]
    /// The Terraform types that become this kind; data sources with `data.` before them.
    package let terraformTypes: [String]
    /// Blocks of Terraform resources that become this kind.
    package let embeddedBlocks: [EmbeddedBlock]
    /// The field that holds the resource's own name, by which texts elsewhere may mean it; `nil` when it has none.
    package let namedBy: FieldKey?
    /// A resource that may stand inside another one as well: a map is then the thing itself and no link to it.
    package let isEmbedded: Bool
    /// In the order of the reference page; ``ModelObject/fields`` has the same.
    package let fields: [FieldDeclaration]
    /// Each key's place in ``fields``, by the key's own place; 255 where the kind does not have the field.
    private let slots: [UInt8]

    /// - Parameters:
    ///   - cloudFormation: the types that become this kind; none, in both dialects, for a structure inside another kind.
    ///   - terraform: the same for Terraform.
    ///   - embeddedBlocks: blocks of other Terraform resources that become this kind.
    ///   - namedBy: the field that holds the resource's own name.
    ///   - isEmbedded: whether it may stand inside another resource as well.
    package init(
        _ key: Kind, cloudFormation: [String] = [], terraform: [String] = [],
        embeddedIn embeddedBlocks: [EmbeddedBlock] = [], namedBy: FieldKey? = nil, isEmbedded: Bool = false,
        _ documentation: String, fields: [FieldDeclaration]
    ) {
        self.key = key
        self.documentation = documentation
        self.cloudFormationTypes = cloudFormation
        self.terraformTypes = terraform
        self.embeddedBlocks = embeddedBlocks
        self.namedBy = namedBy
        self.isEmbedded = isEmbedded
        self.fields = fields
        var slots = [UInt8](repeating: Self.noSlot, count: FieldKey.allCases.count)
        for (slot, field) in zip(UInt8(0)..<Self.noSlot, fields) { slots[field.key.index] = slot }
        self.slots = slots
    }

    /// A resource of its own rather than a structure inside one.
    package var isResource: Bool { !cloudFormationTypes.isEmpty || !terraformTypes.isEmpty }

    /// The types of both dialects that become this kind.
    package var resourceTypes: [String] { cloudFormationTypes + terraformTypes }

    private static let noSlot = UInt8.max

    /// How rules call the kind: `queue`.
    package var name: String { key.name }

    /// The field's place in `ModelObject.fields`; `nil` when the kind does not have the field.
    package func slot(of field: FieldKey) -> Int? {
        let slot = slots[field.index]
        return slot == Self.noSlot ? nil : Int(slot)
    }

    /// The same for a name that a rule file or a fixture writes.
    package func slot(named name: String) -> Int? { FieldKey(name: name).flatMap(slot(of:)) }
}
