import CEL
import Topology

/// An object of the model as expressions see it. Holds the object: to look it up for each reading would take up all of its
/// parts each time.
final class ModelView: StructObject {
    let reader: ModelReader
    private let object: ModelObject
    /// What was read so far and takes time to make, by the field's slot; unused where the reader keeps nothing. Belongs to
    /// the reader's one evaluation.
    private nonisolated(unsafe) var known: [Int: FieldResult] = [:]

    init(reader: ModelReader, id: ObjectID) {
        self.reader = reader
        object = reader.model.objects[id.index]
    }

    var id: ObjectID { object.id }
    var typeName: String { object.kind.name }
    var description: String { object.name }

    func field(_ name: String) -> FieldResult { field(name, at: nil) }

    /// The value of a field that Swift code names.
    func field(_ key: FieldKey) -> FieldResult { object.kind.slot(of: key).map(field(inSlot:)) ?? .absent }

    func field(_ name: String, at position: Int?) -> FieldResult {
        slot(of: name, at: position).map(field(inSlot:)) ?? .absent
    }

    private func field(inSlot slot: Int) -> FieldResult {
        guard reader.keepsValues, isCostly(slot) else { return reader.read(slot, of: object) }
        if let result = known[slot] { return result }
        let result = reader.read(slot, of: object)
        known[slot] = result
        return result
    }

    /// Whether to keep a field's value takes less time than to make it again.
    private func isCostly(_ slot: Int) -> Bool {
        switch object.fields[slot].content {
        case .list, .choice, .unknown: true
        case .bool, .integer, .double, .string, .object, .absent: false
        }
    }

    /// - Parameter position: the slot, if the object is of the kind that the expression expects.
    private func slot(of name: String, at position: Int?) -> Int? {
        if let position, position < object.kind.fields.count, object.kind.fields[position].name == name { return position }
        return object.kind.slot(named: name)
    }

    func isEqual(to other: any StructObject) -> Bool? {
        if other === self { return true }
        guard let other = other as? ModelView else { return false }
        return id == other.id
    }

    /// Lets go of what was read, and with it of other views.
    func forget() { known = [:] }
}
