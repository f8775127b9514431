import CEL
import Topology

/// An object of the model as expressions see it.
struct ModelView: StructObject {
    let reader: ModelReader
    let id: ObjectID

    var typeName: String { reader.model[id].kind.name }
    var description: String { reader.model[id].name }

    func field(_ name: String) -> FieldResult { reader.read(name, of: id) }

    func isEqual(to other: any StructObject) -> Bool? {
        guard let other = other as? ModelView else { return false }
        return id == other.id
    }
}
