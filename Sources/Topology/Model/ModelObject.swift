import Evaluation
import Templates

/// One queue, service, policy ... of the input, or a structure inside one.
package struct ModelObject: Sendable {
    /// Its place among the model's objects.
    package let id: ObjectID
    /// What it is, with the declarations of its fields.
    package let kind: KindDeclaration
    /// The name for people: logical id or address, `Stack/LogicalId` in a nested stack; a structure's own name or its owner's.
    package let name: String
    /// The logical id or address of the resource that it is or belongs to: a structure may be written outside of every
    /// resource, as in a local value of Terraform. `nil` for an object that stands in no template.
    package let resource: String?
    /// The language that it is written in.
    package let dialect: Dialect
    /// When the resource exists.
    package let existence: Condition
    /// Where the resource or structure stands.
    package let origin: Origin
    /// What is written for it; `nil` for an object that stands in no template.
    package let body: Value?
    /// The region that its resource is made in, where the template says it.
    package let region: String?
    /// One field for each of `kind.fields`, in that order.
    package internal(set) var fields: [Field]

    /// Creates an object; `fields` must be those of `kind`, in that order.
    package init(
        id: ObjectID, kind: KindDeclaration, name: String, resource: String? = nil, dialect: Dialect = .cloudFormation,
        existence: Condition,
        origin: Origin, body: Value? = nil, region: String? = nil, fields: [Field]
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.resource = resource ?? origin.resource
        self.dialect = dialect
        self.existence = existence
        self.origin = origin
        self.body = body
        self.region = region
        self.fields = fields
    }

    /// A field; `nil` when the kind does not have it.
    package func field(_ key: FieldKey) -> Field? { kind.slot(of: key).map { fields[$0] } }

    /// The field of a name that a rule file or a fixture writes; `nil` when the kind has none of that name.
    package func field(named name: String) -> Field? { kind.slot(named: name).map { fields[$0] } }
}
