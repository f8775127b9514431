import Evaluation
import Templates

/// What templates write for fields, and what was made of it.
extension ModelAssembly {
    /// A field of an object.
    struct WrittenField: Hashable {
        let id: ObjectID
        let slot: Int
    }

    /// What the template writes for a field, before it is read as the field's type; absent where the kind has no such
    /// field or its dialect does not write it.
    func written(_ key: FieldKey, of id: ObjectID) -> Value {
        guard let slot = objects[id.index].kind.slot(of: key) else {
            assertionFailure("\(objects[id.index].kind.name) has no \(key)")
            return Value(.absent, origin: values[id.index].origin)
        }
        return written(slot: slot, of: id)
    }

    /// What the template writes for the field at a place in the kind's list.
    ///
    /// What surely has another form than AWS takes there, as a URL in the place of an ARN, names nothing of the input.
    func written(slot: Int, of id: ObjectID) -> Value {
        let value = writtenInAnyForm(slot: slot, of: id)
        guard let form = objects[id.index].kind.fields[slot].form, !value.isAbsent else { return value }
        return ReferenceForms(assembly: self).value(value, due: form)
    }

    /// The same in whatever form it is written.
    func writtenInAnyForm(slot: Int, of id: ObjectID) -> Value {
        if !writtenElsewhere.isEmpty, let value = writtenElsewhere[WrittenField(id: id, slot: slot)] { return value }
        let dialect = dialect(of: id)
        let kind = objects[id.index].kind
        let value = kind.fields[slot].source(in: dialect).value(in: values[id.index], dialect: dialect)
        // Terraform's providers take "" of a resource for what is not set; a variable of a container may be empty.
        guard dialect == .terraform, kind.isResource else { return value }
        return value.flatMap { $0.knownText == "" ? Value(.absent, origin: $0.origin) : $0 }
    }

    /// Says what a field's value is where another resource writes it.
    func setWritten(slot: Int, of id: ObjectID, to value: Value) { writtenElsewhere[WrittenField(id: id, slot: slot)] = value }

    /// What the template writes as the resource's own name; `nil` for a kind without names.
    func writtenName(of id: ObjectID) -> Value? { objects[id.index].kind.namedBy.map { written($0, of: id) } }

    /// The objects that a list field may hold, each with its condition, and why there may be more.
    func objects(_ key: FieldKey, of id: ObjectID) -> (found: [(id: ObjectID, condition: Condition)], open: [Reason]) {
        var found: [(id: ObjectID, condition: Condition)] = []
        var open: [Reason] = []
        collectObjects(field(key, of: id), when: .always, into: &found, open: &open)
        return (found, open)
    }

    private func collectObjects(
        _ field: Field, when condition: Condition, into found: inout [(id: ObjectID, condition: Condition)],
        open: inout [Reason]
    ) {
        switch field.content {
        case .object(let id): found.append((id, condition))
        case .list(let elements, let reasons):
            open += reasons
            for element in elements {
                collectObjects(element.field, when: condition.and(element.presence), into: &found, open: &open)
            }
        case .choice(let split, let yes, let no):
            collectObjects(yes, when: condition.and(split), into: &found, open: &open)
            collectObjects(no, when: condition.and(split.negated), into: &found, open: &open)
        case .unknown(let reasons, _): open += reasons
        case .bool, .integer, .double, .string, .absent: return
        }
    }

    /// Whether an object's kind has a field: asked before a field that some of several kinds have.
    func hasField(_ key: FieldKey, of id: ObjectID) -> Bool { objects[id.index].kind.slot(of: key) != nil }

    func field(_ key: FieldKey, of id: ObjectID) -> Field {
        // Not through a copy of the object, which takes up each of its parts.
        guard let slot = objects[id.index].kind.slot(of: key), slot < objects[id.index].fields.count else {
            assert(objects[id.index].kind.slot(of: key) != nil, "\(objects[id.index].kind.name) has no \(key)")
            return Field(.absent, state: .absent, origin: objects[id.index].origin)
        }
        return objects[id.index].fields[slot]
    }

    func setField(_ key: FieldKey, of id: ObjectID, to field: Field) {
        guard let slot = objects[id.index].kind.slot(of: key) else {
            assertionFailure("\(objects[id.index].kind.name) has no \(key)")
            return
        }
        objects[id.index].fields[slot] = field
    }

    /// Sets a field that was worked out; its place is the object's own.
    func setDerived(_ key: FieldKey, of id: ObjectID, to content: Field.Content) {
        let state: Field.State =
            switch content {
            case .absent: .absent
            case .unknown: .unknown
            default: .derived
            }
        let steps = offByDefault.isEmpty ? [] : steps(leavingOut: content)
        setField(key, of: id, to: Field(content, state: state, origin: objects[id.index].origin, steps: steps))
    }

    /// The defaults by which linked objects do not exist, so that a finding about what is missing names them.
    private func steps(leavingOut content: Field.Content) -> [OriginStep] {
        switch content {
        case .list(let elements, _):
            elements.filter { $0.presence == .never }.flatMap { steps(of: $0.field) }
        case .choice(.never, let never, let rest): steps(of: never) + steps(leavingOut: rest.content)
        case .choice(_, let yes, let no): steps(leavingOut: yes.content) + steps(leavingOut: no.content)
        default: []
        }
    }

    private func steps(of field: Field) -> [OriginStep] {
        guard case .object(let id) = field.content else { return [] }
        return offByDefault[id] ?? []
    }
}
