import Evaluation
import Templates

/// One line of the model table: what a field is, where templates say it, and what holds when they do not. A class, since it
/// is passed on with every value that is read.
package final class FieldDeclaration: Sendable {
    /// A value that AWS takes when a property is not written.
    package enum ServiceDefault: Sendable, Hashable {
        case bool(Bool)
        case integer(Int64)
        case double(Double)
        case string(String)
        /// A list that is known to have no elements.
        case emptyList
    }

    /// Which field it is.
    package let key: FieldKey
    /// How rules call it: `visibilityTimeout`. Kept, since the reader compares it with every access.
    package let name: String
    /// What it holds where it is known.
    package let type: FieldType
    /// What its number counts; `nil` for texts, links and plain numbers.
    package let unit: FieldUnit?
    /// One sentence for the reference page and the editor.
    package let documentation: String
    /// The property below the CloudFormation resource (`Properties.RedrivePolicy`) or below the parent structure
    /// (`maxReceiveCount`).
    package let cloudFormation: PropertySource
    /// The argument below the Terraform resource (`redrive_policy`) or below the parent structure.
    package let terraform: PropertySource
    /// Terraform resources of their own that set the field.
    package let setBy: [FieldOverlay]
    /// What AWS takes where the property is not written; `nil` where nothing holds then.
    package let serviceDefault: ServiceDefault?
    /// What Terraform's provider takes, where that is something else than the service's default.
    package let terraformDefault: ServiceDefault?
    /// Whether the field can be absent, so that a rule must ask with `has()` first.
    package let isOptional: Bool
    /// The one form in which AWS takes what the field names; `nil` where it takes several, and for what names nothing.
    package let form: ReferenceForm?

    /// Creates a line of the model table; a field with neither source nor overlay is worked out by a derivation.
    package init(
        _ key: FieldKey, _ type: FieldType, unit: FieldUnit? = nil, cloudFormation: PropertySource = .none,
        terraform: PropertySource = .none, setBy: [FieldOverlay] = [], default serviceDefault: ServiceDefault? = nil,
        terraformDefault: ServiceDefault? = nil, isOptional: Bool = false, form: ReferenceForm? = nil,
        _ documentation: String
    ) {
        self.key = key
        self.name = key.name
        self.type = type
        self.unit = unit
        self.documentation = documentation
        self.cloudFormation = cloudFormation
        self.terraform = terraform
        self.setBy = setBy
        self.serviceDefault = serviceDefault
        self.terraformDefault = terraformDefault
        self.isOptional = isOptional
        self.form = form
    }

    /// Worked out from other resources rather than read from one property.
    package var isDerived: Bool { cloudFormation.isNone && terraform.isNone && setBy.isEmpty }

    /// Where a dialect writes the field.
    package func source(in dialect: Dialect) -> PropertySource {
        switch dialect {
        case .cloudFormation: cloudFormation
        case .terraform: terraform
        }
    }

    /// What holds in a dialect when the property is not written.
    package func defaultValue(in dialect: Dialect) -> ServiceDefault? {
        switch dialect {
        case .cloudFormation: serviceDefault
        case .terraform: terraformDefault ?? serviceDefault
        }
    }
}
