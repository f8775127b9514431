import Evaluation
import PropertyLedger

/// A name of AWS that the property ledger does not have: a slip of the pen, or something newer than this program.
package struct UnknownName: Sendable {
    /// What the name would be the name of.
    package enum Role: Sendable { case property, value, resourceType }

    /// What the name would be the name of.
    package let role: Role
    /// The name, as written.
    package let name: String
    /// The resource's type; of a type the name itself.
    package let type: String
    /// The property's path below the resource, without indices; of a value its property's. Empty for a type.
    package let path: String
    /// The known name that was meant; `nil` where none is near, so that it may be newer than this program.
    package let meant: String?
    /// Where it stands.
    package let origin: Origin
    /// Whether it stands in JSON of an argument of Terraform, with the names of ECS's API. The provider passes over what it does
    /// not know there (internal/service/ecs/task_definition.go, `expandContainerDefinitions`: encoding/json).
    package let isEmbedded: Bool

    /// Creates a name that the ledger does not have.
    init(_ role: Role, _ name: String, type: String, path: String = "", meant: String?, origin: Origin, isEmbedded: Bool = false)
    {
        self.role = role
        self.name = name
        self.type = type
        self.path = path
        self.meant = meant
        self.origin = origin
        self.isEmbedded = isEmbedded
    }
}
