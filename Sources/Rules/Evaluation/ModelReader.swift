import Evaluation
import CEL
import Templates
import Topology

/// Reads a model as it is in one world, and notes which fields and open conditions were met on the way.
///
/// Belongs to one evaluation: nothing is locked, so no two threads may read by the same one.
final class ModelReader: Sendable {
    let model: Model
    let world: World
    /// Whether each object is seen through one view that keeps what was read. Nothing is noted then.
    let keepsValues: Bool
    private nonisolated(unsafe) var touched: [ReadPlace] = []
    private nonisolated(unsafe) var atoms: [String: ConditionAtom] = [:]
    /// The views of the objects, by index.
    private nonisolated(unsafe) var views: [ModelView?] = []

    init(model: Model, world: World) {
        self.model = model
        self.world = world
        keepsValues = false
    }

    /// A reader for many questions about the model with nothing assumed. Whoever makes it must `close()` it.
    init(keepingValuesOf model: Model) {
        self.model = model
        world = .open
        keepsValues = true
        views = Array(repeating: nil, count: model.objects.count)
    }

    /// Lets go of the views, which hold each other and their reader.
    func close() {
        let views = views
        self.views = []
        for view in views { view?.forget() }
    }

    /// What was read since a mark, in the order of their first reading.
    func touched(since mark: Int = 0) -> [ReadPlace] {
        guard touched.count - mark > Self.fewReadings else { return first(of: touched.dropFirst(mark)) }
        var seen: Set<ReadPlace> = []
        return touched.dropFirst(mark).filter { seen.insert($0).inserted }
    }

    /// So few that comparing them takes less time than hashing them.
    private static let fewReadings = 16

    private func first(of places: ArraySlice<ReadPlace>) -> [ReadPlace] {
        var unique: [ReadPlace] = []
        for place in places where !unique.contains(place) { unique.append(place) }
        return unique
    }

    func note(_ place: ReadPlace) {
        if !keepsValues { touched.append(place) }
    }

    /// How many readings were noted; `rewind(to:)` forgets later ones.
    var mark: Int { touched.count }

    func rewind(to mark: Int) {
        if touched.count > mark { touched.removeSubrange(mark...) }
    }

    /// The open condition of a key that an unknown value carried.
    func atom(_ key: String) -> ConditionAtom? { atoms[key] }

    func object(_ id: ObjectID) -> CEL.Value {
        guard keepsValues else { return .object(ModelView(reader: self, id: id)) }
        if views.indices.contains(id.index), let view = views[id.index] { return .object(view) }
        let view = ModelView(reader: self, id: id)
        if views.indices.contains(id.index) { views[id.index] = view }
        return .object(view)
    }

    /// The value of an object's field as an expression sees it.
    func read(_ slot: Int, of object: ModelObject) -> FieldResult {
        if !keepsValues { touched.append(.field(object: object.id, slot: slot)) }
        let declaration = object.kind.fields[slot]
        if let value = value(of: object.fields[slot], as: declaration.type) { return .value(value) }
        if declaration.isOptional { return .absent }
        return .value(.unknown(Unknown("\(object.name) has no \(declaration.name)")))
    }

    /// What a field is once the world has answered its conditions; a choice that stays open is returned as it is.
    func resolved(_ field: Field) -> Field {
        guard case .choice(let condition, let then, let otherwise) = field.content,
            let isTrue = condition.holds(in: world)
        else { return field }
        return resolved(isTrue ? then : otherwise)
    }

    /// `nil` for a field that is certainly absent.
    private func value(of field: Field, as type: FieldType) -> CEL.Value? {
        let content = field.content
        switch content {
        case .absent:
            return nil
        case .choice(let condition, let then, let otherwise):
            guard let isTrue = condition.holds(in: world) else {
                return .unknown(open(condition, mayBeAbsent: canBeAbsent(content)))
            }
            return value(of: isTrue ? then : otherwise, as: type)
        case .unknown(let reasons, let mayBeAbsent):
            return .unknown(unknown(reasons, mayBeAbsent: mayBeAbsent, pieces: field.pieces))
        case .object(let id):
            let existence = model.objects[id.index].existence
            guard let exists = existence.holds(in: world) else { return .unknown(open(existence, mayBeAbsent: true)) }
            return exists ? object(id) : nil
        case .list(let elements, let open):
            guard case .list(let elementType) = type else { return .unknown(Unknown("it is a list, not \(type.description)")) }
            return list(elements, open: open, as: elementType)
        case .bool, .integer, .double, .string:
            return Self.scalar(content, as: type)
                ?? .unknown(Unknown("it is not of the type \(type.description)"))
        }
    }

    private func list(_ elements: [Field.Element], open reasons: [Reason], as type: FieldType) -> CEL.Value {
        for element in elements where element.presence.holds(in: world) == nil {
            return .unknown(open(element.presence, mayBeAbsent: false))
        }
        let present = elements.lazy.filter { $0.presence.holds(in: self.world) == true }
        return list(present.map { self.value(of: $0.field, as: type) }, open: reasons)
    }

    /// A list of those values that are there; `reasons` say why there may be more.
    func list(_ values: some Sequence<CEL.Value?>, open reasons: [Reason]) -> CEL.Value {
        var members: [CEL.Value] = []
        var tail = reasons.isEmpty ? nil : unknown(reasons, mayBeAbsent: false)
        for case let member? in values {
            if let unknown = member.unknown, unknown.mayBeAbsent {
                // Which members follow at which place is open, so only the list as a whole can be unknown.
                if unknown.reasons.contains(where: { $0.key != nil }) {
                    return .unknown(Unknown(reasons: unknown.reasons))
                }
                tail = tail?.merging(unknown) ?? unknown
            } else {
                members.append(member)
            }
        }
        return .list(ListValue(elements: members, unknownTail: tail.map { Unknown(reasons: $0.reasons) }))
    }

    private static func scalar(_ content: Field.Content, as type: FieldType) -> CEL.Value? {
        switch (content, type) {
        case (.bool(let flag), .bool): .bool(flag)
        case (.integer(let number), .integer): .int(number)
        case (.integer(let number), .double): .double(Double(number))
        case (.double(let number), .double): .double(number)
        case (.double(let number), .integer): Int64(exactly: number).map { .int($0) }
        case (.string(let text), .string): .string(text)
        default: nil
        }
    }

    private func canBeAbsent(_ content: Field.Content) -> Bool {
        switch content {
        case .absent: true
        case .unknown(_, let mayBeAbsent): mayBeAbsent
        case .object(let id): model.objects[id.index].existence.holds(in: world) != true
        case .choice(let condition, let then, let otherwise):
            switch condition.holds(in: world) {
            case true?: canBeAbsent(then.content)
            case false?: canBeAbsent(otherwise.content)
            case nil: canBeAbsent(then.content) || canBeAbsent(otherwise.content)
            }
        default: false
        }
    }

    /// What depends on a condition that this world leaves open.
    func open(_ condition: Condition, mayBeAbsent: Bool) -> Unknown {
        guard let atom = condition.undecidedAtom(in: world) else {
            return Unknown("a condition is open", mayBeAbsent: mayBeAbsent)
        }
        return unknown([Reason(undecided: atom)], mayBeAbsent: mayBeAbsent)
    }

    /// - Parameter pieces: what is known of a text, as ``Field/pieces``.
    func unknown(_ reasons: [Reason], mayBeAbsent: Bool, pieces: [String] = []) -> Unknown {
        let reasons = reasons.flatMap(\.flattened)
        let open = reasons.compactMap(\.atom).filter { world.answer(to: $0) == nil }
        if !keepsValues {
            for atom in open { atoms[atom.key] = atom }
        }
        let texts = reasons.map { reason in
            UnknownReason(text: reason.text, key: reason.atom.flatMap { open.contains($0) ? $0.key : nil })
        }
        return Unknown(
            reasons: texts.isEmpty ? [UnknownReason(text: "not known")] : Set(texts), mayBeAbsent: mayBeAbsent,
            text: PartialText(pieces: pieces))
    }
}
