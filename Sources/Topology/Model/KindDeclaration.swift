/// A kind of thing in the model: a queue, a service, or a structure inside one. A class, since every object holds its own.
package final class KindDeclaration: Sendable {
    /// How rules call the kind: `queue`.
    package let name: String
    /// A sentence for the reference page and the editor.
    package let documentation: String
    /// The CloudFormation types that become this kind.
    package let cloudFormationTypes: [String]
    /// The Terraform types that become this kind; data sources with `data.` before them.
    package let terraformTypes: [String]
    /// Blocks of Terraform resources that become this kind.
    package let embeddedBlocks: [EmbeddedBlock]
    /// The field that holds the resource's own name, by which texts elsewhere may mean it; `nil` when it has none.
    package let namedBy: String?
    /// A resource that may stand inside another one as well: a map is then the thing itself and no link to it.
    package let isEmbedded: Bool
    /// In the order of the reference page; ``ModelObject/fields`` has the same.
    package let fields: [FieldDeclaration]
    private let slots: [String: Int]

    /// - Parameters:
    ///   - cloudFormation: the types that become this kind; none, in both dialects, for a structure inside another kind.
    ///   - terraform: the same for Terraform.
    ///   - embeddedBlocks: blocks of other Terraform resources that become this kind.
    ///   - namedBy: the field that holds the resource's own name.
    ///   - isEmbedded: whether it may stand inside another resource as well.
    package init(
        _ name: String, cloudFormation: [String] = [], terraform: [String] = [],
        embeddedIn embeddedBlocks: [EmbeddedBlock] = [], namedBy: String? = nil, isEmbedded: Bool = false,
        _ documentation: String, fields: [FieldDeclaration]
    ) {
        self.name = name
        self.documentation = documentation
        self.cloudFormationTypes = cloudFormation
        self.terraformTypes = terraform
        self.embeddedBlocks = embeddedBlocks
        self.namedBy = namedBy
        self.isEmbedded = isEmbedded
        self.fields = fields
        self.slots = Dictionary(
            fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A resource of its own rather than a structure inside one.
    package var isResource: Bool { !cloudFormationTypes.isEmpty || !terraformTypes.isEmpty }

    /// The types of both dialects that become this kind.
    package var resourceTypes: [String] { cloudFormationTypes + terraformTypes }

    /// The field's place in `ModelObject.fields`.
    package func slot(of field: String) -> Int? { slots[field] }
}
