/// A kind of thing in the model: a queue, a service, or a structure inside one.
public struct KindDeclaration: Sendable {
    public let name: String
    public let documentation: String
    /// The CloudFormation types that become this kind.
    public let cloudFormationTypes: [String]
    /// The Terraform types that become this kind; data sources with `data.` before them.
    public let terraformTypes: [String]
    /// The field that holds the resource's own name, by which texts elsewhere may mean it; `nil` when it has none.
    public let namedBy: String?
    public let fields: [FieldDeclaration]
    private let slots: [String: Int]

    /// - Parameters:
    ///   - cloudFormation: the types that become this kind; none, in both dialects, for a structure inside another kind.
    ///   - terraform: the same for Terraform.
    ///   - namedBy: the field that holds the resource's own name.
    public init(
        _ name: String, cloudFormation: [String] = [], terraform: [String] = [], namedBy: String? = nil,
        _ documentation: String, fields: [FieldDeclaration]
    ) {
        self.name = name
        self.documentation = documentation
        self.cloudFormationTypes = cloudFormation
        self.terraformTypes = terraform
        self.namedBy = namedBy
        self.fields = fields
        self.slots = Dictionary(
            fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A resource of its own rather than a structure inside one.
    public var isResource: Bool { !cloudFormationTypes.isEmpty || !terraformTypes.isEmpty }

    /// The types of both dialects that become this kind.
    public var resourceTypes: [String] { cloudFormationTypes + terraformTypes }

    /// The field's place in `ModelObject.fields`.
    public func slot(of field: String) -> Int? { slots[field] }
}
