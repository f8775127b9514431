/// From where a value is looked at: names mean resources of the same system first.
struct Viewpoint {
    /// The root stack of the system.
    let root: Int
    let dialect: Dialect
}

extension ModelAssembly {
    /// Where an object stands.
    func viewpoint(of id: ObjectID) -> Viewpoint { Viewpoint(root: root(of: id), dialect: dialect(of: id)) }
}
