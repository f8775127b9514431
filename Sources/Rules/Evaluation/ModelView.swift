import CEL
import Synchronization
import Topology

/// An object of the model as expressions see it.
final class ModelView: StructObject {
    let reader: ModelReader
    let id: ObjectID
    private let kind: KindDeclaration
    /// What was read so far, by the field's slot; unused where the reader keeps nothing.
    private let known: Mutex<[FieldResult?]>

    init(reader: ModelReader, id: ObjectID) {
        self.reader = reader
        self.id = id
        kind = reader.model.objects[id.index].kind
        known = Mutex(reader.keepsValues ? Array(repeating: nil, count: kind.fields.count) : [])
    }

    var typeName: String { kind.name }
    var description: String { reader.model.objects[id.index].name }

    func field(_ name: String) -> FieldResult { field(name, at: nil) }

    func field(_ name: String, at position: Int?) -> FieldResult {
        guard let slot = slot(of: name, at: position) else { return .absent }
        guard reader.keepsValues else { return reader.read(slot, kind.fields[slot], of: id) }
        if let result = known.withLock({ $0.indices.contains(slot) ? $0[slot] : nil }) { return result }
        let result = reader.read(slot, kind.fields[slot], of: id)
        known.withLock { if $0.indices.contains(slot) { $0[slot] = result } }
        return result
    }

    /// - Parameter position: the slot, if the object is of the kind that the expression expects.
    private func slot(of name: String, at position: Int?) -> Int? {
        if let position, position < kind.fields.count, kind.fields[position].name == name { return position }
        return kind.slot(of: name)
    }

    func isEqual(to other: any StructObject) -> Bool? {
        if other === self { return true }
        guard let other = other as? ModelView else { return false }
        return id == other.id
    }

    /// Lets go of what was read, and with it of other views.
    func forget() { known.withLock { $0 = [] } }
}
