import CEL
import Synchronization
import Topology

/// An object of the model as expressions see it.
final class ModelView: StructObject {
    let reader: ModelReader
    let id: ObjectID
    /// What was read so far, by the field's slot; unused where the reader keeps nothing.
    private let known: Mutex<[FieldResult?]>

    init(reader: ModelReader, id: ObjectID) {
        self.reader = reader
        self.id = id
        known = Mutex(
            reader.keepsValues ? Array(repeating: nil, count: reader.model.objects[id.index].kind.fields.count) : [])
    }

    var typeName: String { reader.model.objects[id.index].kind.name }
    var description: String { reader.model.objects[id.index].name }

    func field(_ name: String) -> FieldResult { field(name, at: nil) }

    func field(_ name: String, at position: Int?) -> FieldResult {
        guard let slot = reader.slot(of: name, at: position, of: id) else { return .absent }
        guard reader.keepsValues else { return reader.read(slot, of: id) }
        if let result = known.withLock({ $0.indices.contains(slot) ? $0[slot] : nil }) { return result }
        let result = reader.read(slot, of: id)
        known.withLock { if $0.indices.contains(slot) { $0[slot] = result } }
        return result
    }

    func isEqual(to other: any StructObject) -> Bool? {
        if other === self { return true }
        guard let other = other as? ModelView else { return false }
        return id == other.id
    }

    /// Lets go of what was read, and with it of other views.
    func forget() { known.withLock { $0 = [] } }
}
