/// One line of the model table: what a field is, where templates say it, and what holds when they do not.
public struct FieldDeclaration: Sendable {
    /// A value that AWS takes when a property is not written.
    public enum ServiceDefault: Sendable, Hashable {
        case bool(Bool)
        case integer(Int64)
        case double(Double)
        case string(String)
        case emptyList
    }

    public let name: String
    public let type: FieldType
    public let unit: FieldUnit?
    /// One sentence for the reference page and the editor.
    public let documentation: String
    /// The property's path below the CloudFormation resource (`Properties.RedrivePolicy`) or below the parent
    /// structure (`maxReceiveCount`); empty for a field that is worked out from other resources.
    public let cloudFormationPath: String
    public let serviceDefault: ServiceDefault?
    /// Whether the field can be absent, so that a rule must ask with `has()` first.
    public let isOptional: Bool

    public init(
        _ name: String, _ type: FieldType, unit: FieldUnit? = nil, cloudFormation path: String = "",
        default serviceDefault: ServiceDefault? = nil, isOptional: Bool = false, _ documentation: String
    ) {
        self.name = name
        self.type = type
        self.unit = unit
        self.documentation = documentation
        self.cloudFormationPath = path
        self.serviceDefault = serviceDefault
        self.isOptional = isOptional
    }

    /// Worked out from other resources rather than read from one property.
    public var isDerived: Bool { cloudFormationPath.isEmpty }
}
