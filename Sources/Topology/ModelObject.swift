import Templates

/// One queue, service, policy ... of the input, or a structure inside one.
public struct ModelObject: Sendable {
    public let id: ObjectID
    public let kind: KindDeclaration
    /// The name for people: logical id or address, `Stack/LogicalId` in a nested stack; a structure's own name or its owner's.
    public let name: String
    /// The language that it is written in.
    public let dialect: Dialect
    /// When the resource exists.
    public let existence: Condition
    /// Where the resource or structure stands.
    public let origin: Origin
    /// One field for each of `kind.fields`, in that order.
    public internal(set) var fields: [Field]

    public init(
        id: ObjectID, kind: KindDeclaration, name: String, dialect: Dialect = .cloudFormation, existence: Condition,
        origin: Origin, fields: [Field]
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.dialect = dialect
        self.existence = existence
        self.origin = origin
        self.fields = fields
    }

    /// The field of a name; `nil` when the kind has none of that name.
    public func field(_ name: String) -> Field? { kind.slot(of: name).map { fields[$0] } }
}
