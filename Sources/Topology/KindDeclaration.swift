/// A kind of thing in the model: a queue, a service, or a structure inside one.
public struct KindDeclaration: Sendable {
    public let name: String
    public let documentation: String
    /// The CloudFormation types that become this kind; empty for a structure inside another kind.
    public let cloudFormationTypes: [String]
    /// The property that holds the resource's own name, by which texts elsewhere may mean it; `nil` when it has none.
    public let namedBy: String?
    public let fields: [FieldDeclaration]
    private let slots: [String: Int]

    public init(
        _ name: String, cloudFormation types: [String] = [], namedBy: String? = nil, _ documentation: String, fields: [FieldDeclaration]
    ) {
        self.name = name
        self.documentation = documentation
        self.cloudFormationTypes = types
        self.namedBy = namedBy
        self.fields = fields
        self.slots = Dictionary(
            fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A resource of its own rather than a structure inside one.
    public var isResource: Bool { !cloudFormationTypes.isEmpty }

    /// The field's place in `ModelObject.fields`.
    public func slot(of field: String) -> Int? { slots[field] }
}
