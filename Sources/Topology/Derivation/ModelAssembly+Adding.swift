import Evaluation
import Templates

extension ModelAssembly {
    /// Adds an object that is worked out, with all fields absent but its name; `nil` when the table has no such kind.
    func addDerived(_ kind: Kind, named name: String, at value: Value, like other: ObjectID) -> ObjectID? {
        guard let declaration = schema.declaration(of: kind) else { return nil }
        let id = add(declaration, name: name, value: value, like: other)
        objects[id.index].fields = declaration.fields.map { _ in Field(.absent, state: .absent, origin: value.origin) }
        if declaration.slot(of: .name) != nil { setDerived(.name, of: id, to: .string(name)) }
        return id
    }
}
