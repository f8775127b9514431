import Evaluation
import Templates

/// Reads fields of a model in a world in which some open questions are answered.
package struct Reading {
    private let source: any FieldSource
    private let world: World

    /// - Parameters:
    ///   - source: a model, or one that is being put together.
    ///   - world: the answers that are assumed.
    package init(_ source: any FieldSource, in world: World = .open) {
        self.source = source
        self.world = world
    }

    /// A field's content without choices; absent is `nil`.
    package func content(_ key: FieldKey, of id: ObjectID) throws(ReadingFailure) -> Field.Content? {
        try content(of: source.field(key, of: id))
    }

    /// A field's content without choices; absent is `nil`.
    package func content(of field: Field) throws(ReadingFailure) -> Field.Content? {
        switch field.content {
        case .absent: return nil
        case .unknown(let reasons, let mayBeAbsent): throw .unknown(reasons, mayBeAbsent: mayBeAbsent)
        case .choice(let condition, let yes, let no):
            return try content(of: try isTrue(condition) ? yes : no)
        default: return field.content
        }
    }

    /// Whether a condition holds in this world.
    package func isTrue(_ condition: Condition) throws(ReadingFailure) -> Bool {
        if let answer = condition.holds(in: world) { return answer }
        guard let atom = condition.undecidedAtom(in: world) else {
            throw .unknown([Reason("a condition is not decided")], mayBeAbsent: false)
        }
        throw .undecided(atom)
    }

    /// A whole number; `nil` when the field is absent or of another type.
    package func integer(_ key: FieldKey, of id: ObjectID) throws(ReadingFailure) -> Int64? {
        if case .integer(let value)? = try content(key, of: id) { value } else { nil }
    }

    /// A text; `nil` when the field is absent or of another type.
    package func string(_ key: FieldKey, of id: ObjectID) throws(ReadingFailure) -> String? {
        if case .string(let value)? = try content(key, of: id) { value } else { nil }
    }

    /// A linked object; `nil` when the field is absent.
    package func object(_ key: FieldKey, of id: ObjectID) throws(ReadingFailure) -> ObjectID? {
        if case .object(let value)? = try content(key, of: id) { value } else { nil }
    }

    /// A truth value; `nil` when the field is absent.
    package func bool(_ key: FieldKey, of id: ObjectID) throws(ReadingFailure) -> Bool? {
        if case .bool(let value)? = try content(key, of: id) { value } else { nil }
    }

    /// The elements of a list field that are there in this world. A list that may go on is unknown, unless `isOpenAllowed`.
    package func list(_ key: FieldKey, of id: ObjectID, isOpenAllowed: Bool = false) throws(ReadingFailure) -> [Field] {
        guard case .list(let elements, let open)? = try content(key, of: id) else { return [] }
        if !open.isEmpty, !isOpenAllowed { throw .unknown(open, mayBeAbsent: false) }
        var present: [Field] = []
        for element in elements where try isTrue(element.presence) { present.append(element.field) }
        return present
    }

    /// The objects of a list field.
    package func objects(_ key: FieldKey, of id: ObjectID) throws(ReadingFailure) -> [ObjectID] {
        var found: [ObjectID] = []
        for field in try list(key, of: id) {
            if case .object(let id)? = try content(of: field) { found.append(id) }
        }
        return found
    }
}
