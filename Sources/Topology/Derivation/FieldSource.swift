/// Where fields are read from: a model, or one that is being put together.
package protocol FieldSource {
    /// A field; one that the kind does not have is absent.
    func field(_ key: FieldKey, of id: ObjectID) -> Field
}

extension Model: FieldSource {
    /// A field; one that the kind does not have is absent, at the object's own place.
    package func field(_ key: FieldKey, of id: ObjectID) -> Field {
        assert(self[id].kind.slot(of: key) != nil, "\(self[id].kind.name) has no \(key)")
        return self[id].field(key) ?? Field(.absent, state: .absent, origin: self[id].origin)
    }
}

extension ModelAssembly: FieldSource {}
