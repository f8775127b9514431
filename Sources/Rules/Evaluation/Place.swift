import Templates
import Topology

/// Where a path of a rule leads in the templates.
struct Place {
    let origin: Origin
    /// The field in its world; `nil` where the path names an object.
    let field: Field?
    /// The field's name; empty where the path names an object.
    let name: String
}
