/// Something that is not known while a template is looked at, and that a deployment gives a value: a parameter without
/// default, a variable, an attribute that AWS gives a resource.
package struct OpenInput: Sendable {
    /// Who gives the value.
    package enum Kind: Sendable, Hashable {
        /// The user, by `--parameters`.
        case parameter
        /// The user, by `--var`.
        case variable
        /// AWS or another configuration, at deployment.
        case deployment
    }

    /// Identifies the input; equal keys are one input.
    package let key: String
    /// The name for people: `Stage`, `key`, `aws_kms_key.k.arn`.
    package let name: String
    /// Who gives the value.
    package let kind: Kind
    /// The declared type.
    package let shape: ValueShape
    /// Whether it may be null.
    package let isNullable: Bool
    /// All that it may be; empty when the type alone decides.
    package let allowed: [Datum]
    /// Values that are worth a try: those that its declaration names.
    package let literals: [Datum]
    /// Whether the declaration demands more than its type: then the values that are tried do not stand for all there are.
    package let isConstrained: Bool
    /// What it says of the place of the deployment; `nil` for most.
    package let fact: DeploymentFact?
    /// Whether no value of it is to be shown: a `NoEcho` parameter, a sensitive variable.
    package let isSecret: Bool
    /// Whether a datum of the shape keeps what the declaration demands: lengths, bounds, patterns.
    package let accepts: @Sendable (Datum) -> Bool

    /// Creates an input.
    package init(
        key: String, name: String, kind: Kind, shape: ValueShape = .text, isNullable: Bool = false, allowed: [Datum] = [],
        literals: [Datum] = [], isConstrained: Bool = false, fact: DeploymentFact? = nil,
        isSecret: Bool = false, accepts: @escaping @Sendable (Datum) -> Bool = { _ in true }
    ) {
        self.key = key
        self.name = name
        self.kind = kind
        self.shape = shape
        self.isNullable = isNullable
        self.allowed = allowed
        self.literals = literals
        self.isConstrained = isConstrained
        self.fact = fact
        self.isSecret = isSecret
        self.accepts = accepts
    }

    /// The same input with values that nobody may see.
    package var secret: OpenInput {
        OpenInput(
            key: key, name: name, kind: kind, shape: shape, isNullable: isNullable, allowed: allowed, literals: literals,
            isConstrained: isConstrained, fact: fact, isSecret: true, accepts: accepts)
    }

    /// A value that AWS gives a resource or that stands outside the input: a text that is neither null nor empty.
    ///
    /// - Parameter isARN: whether it is an ARN, which equals no text of another form.
    package static func attribute(key: String, name: String, isARN: Bool) -> OpenInput {
        let examples = isARN ? [Datum.text("arn:aws:example:us-east-1:111122223333:example")] : []
        return OpenInput(key: key, name: name, kind: .deployment, literals: examples) { datum in
            guard case .text(let text) = datum else { return false }
            return isARN ? text.hasPrefix("arn:") : !text.isEmpty
        }
    }
}
