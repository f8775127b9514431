import Evaluation

/// What the values that AWS gives resources of one type stand for.
package struct ReferenceRow: Sendable {
    /// `AWS::SQS::Queue`, `aws_sqs_queue`.
    package let type: String
    /// What `Ref`, or Terraform's `id`, gives.
    package let identifier: ReferenceForm
    /// What other attributes give. Attributes that are missing here identify nothing.
    package let attributes: [String: ReferenceForm]
    /// How the ARN is built; `nil` where it is not known.
    package let arn: AddressPattern?
    /// How the URL is built; `nil` for what has none.
    package let url: AddressPattern?

    /// Creates a row.
    package init(
        _ type: String, _ identifier: ReferenceForm, _ attributes: [String: ReferenceForm], arn: AddressPattern? = nil,
        url: AddressPattern? = nil
    ) {
        self.type = type
        self.identifier = identifier
        self.attributes = attributes
        self.arn = arn
        self.url = url
    }

    /// What an attribute gives; `nil` for one that identifies nothing.
    package func form(of attribute: Reference.Attribute) -> ReferenceForm? {
        switch attribute {
        case .identifier: identifier
        case .named(let name): attributes[name] ?? (name == "id" && isTerraform ? identifier : nil)
        }
    }

    /// How a value of a form is built; `nil` for a name, and where it is not known.
    package func pattern(of form: ReferenceForm) -> AddressPattern? {
        switch form {
        case .arn: arn
        case .url: url
        case .name, .id: nil
        }
    }

    /// The attribute that gives the name; `nil` where none does.
    package var nameAttribute: Reference.Attribute? {
        if identifier == .name { return isTerraform ? .named("id") : .identifier }
        return attributes.filter { $0.value == .name }.keys.min().map { .named($0) }
    }

    private var isTerraform: Bool { type.hasPrefix("aws_") }
}
