/// Where fields are read from: a model, or one that is being put together.
package protocol FieldSource {
    /// The field of a name; one that the kind does not have is absent.
    func field(_ name: String, of id: ObjectID) -> Field
}

extension Model: FieldSource {
    /// The field of a name; one that the kind does not have is absent, at the object's own place.
    package func field(_ name: String, of id: ObjectID) -> Field {
        self[id].field(name) ?? Field(.absent, state: .absent, origin: self[id].origin)
    }
}

extension ModelAssembly: FieldSource {}
