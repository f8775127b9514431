/// The model table: every kind and field, declared once. The normaliser, the rule checker, "did you mean" and the
/// reference documentation read it; a new field is one line here.
package struct ModelSchema: Sendable {
    /// In the order of the reference page.
    package let kinds: [KindDeclaration]
    private let indices: [Kind: Int]
    private let indicesByType: [String: Int]
    /// Blocks that become objects of their own, by the type that holds them.
    let blocksByType: [String: [(kind: KindDeclaration, block: EmbeddedBlock)]]
    /// Types of resources that set other resources' fields.
    let overlayTypes: Set<String>

    /// Creates a table; of kinds with one name or type the first counts.
    init(kinds: [KindDeclaration]) {
        self.kinds = kinds
        indices = Dictionary(kinds.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        indicesByType = Dictionary(
            kinds.enumerated().flatMap { index, kind in kind.resourceTypes.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first })
        blocksByType = Dictionary(
            grouping: kinds.flatMap { kind in kind.embeddedBlocks.map { (kind: kind, block: $0) } },
            by: \.block.resourceType)
        overlayTypes = Set(kinds.flatMap(\.fields).flatMap(\.setBy).map(\.resourceType))
    }

    /// The Terraform types whose arguments the model reads.
    package var terraformTypes: Set<String> {
        Set(kinds.flatMap(\.terraformTypes)).union(overlayTypes).union(blocksByType.keys).union(StandIn.types)
            .union(OpaqueStack.types).union(FunctionQualifier.terraformTypes)
    }

    /// Attributes for which the model reads Terraform resources of any other type: they send dead letters.
    package static let terraformWords = DeadLetterSettings.settingKeys

    /// The declaration of a kind; `nil` in a table that leaves it out.
    package func declaration(of kind: Kind) -> KindDeclaration? { indices[kind].map { kinds[$0] } }

    /// The declaration of a kind by the name that a rule file or a fixture writes.
    package func kind(named name: String) -> KindDeclaration? { Kind(name: name).flatMap(declaration(of:)) }

    /// The kind that a resource type becomes, of either dialect: no type of one is a type of the other.
    package func kind(ofType type: String) -> KindDeclaration? { indicesByType[type].map { kinds[$0] } }
}
