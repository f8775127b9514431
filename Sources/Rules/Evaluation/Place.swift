import Evaluation
import Templates
import Topology

/// Where a path of a rule leads in the templates.
struct Place {
    let origin: Origin
    /// The logical id or address of the resource that the place says something of.
    let resource: String?
    /// The field in its world; `nil` where the path names an object.
    let field: Field?
    /// The field's name; empty where the path names an object.
    let name: String

    init(of object: ModelObject) {
        self.init(origin: object.origin, resource: object.resource, field: nil, name: "")
    }

    init(origin: Origin, resource: String?, field: Field?, name: String) {
        self.origin = origin
        self.resource = origin.resource ?? resource
        self.field = field
        self.name = name
    }
}
