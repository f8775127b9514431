import Templates

/// A model while it is put together: objects, the values they were read from, and what links need to know.
final class ModelAssembly {
    let schema: ModelSchema
    let facts: WorkerFacts
    let workload: Workload
    var objects: [ModelObject] = []
    /// The value that each object was read from.
    var values: [Value] = []
    /// The language that each object is written in.
    private(set) var dialects: [Dialect] = []
    /// The root stack of each object: what belongs to one system.
    var roots: [Int] = []
    /// The object of a resource, for resources whose kind the model has.
    private(set) var idsByResource: [ResourceID: ObjectID] = [:]
    /// The type of every resource of the input.
    private(set) var typesByResource: [ResourceID: String] = [:]
    /// Objects by kind.
    private(set) var idsByKind: [String: [ObjectID]] = [:]
    /// The same for each root stack.
    private var idsByRoot: [Int: [String: [ObjectID]]] = [:]
    /// Why a system may hold resources that are not in the input, by its root stack.
    let openReasons: [Int: [Reason]]

    init(schema: ModelSchema, facts: WorkerFacts, workload: Workload) {
        self.schema = schema
        self.facts = facts
        self.workload = workload
        openReasons = Dictionary(workload.stacks.map { ($0.root, $0.open) }, uniquingKeysWith: +)
        for stack in workload.stacks {
            let dialect = Dialect(stack.kind)
            for resource in stack.resources { add(resource, root: stack.root, dialect: dialect) }
        }
    }

    private func add(_ resource: Resource, root: Int, dialect: Dialect) {
        typesByResource[resource.id] = resource.type
        guard let kind = schema.kind(ofType: resource.type) else { return }
        idsByResource[resource.id] = add(
            kind, name: resource.name, existence: resource.existence, value: resource.body, root: root, dialect: dialect)
    }

    /// Adds an object that belongs to another one's system and is written in its dialect; its fields are still to be read.
    func add(
        _ kind: KindDeclaration, name: String, existence: Condition = .always, value: Value, like owner: ObjectID
    ) -> ObjectID {
        add(
            kind, name: name, existence: existence, value: value, root: roots[owner.index],
            dialect: dialects[owner.index])
    }

    private func add(
        _ kind: KindDeclaration, name: String, existence: Condition, value: Value, root: Int, dialect: Dialect
    ) -> ObjectID {
        let id = ObjectID(index: objects.count)
        objects.append(
            ModelObject(
                id: id, kind: kind, name: name, existence: existence, origin: value.origin, dialect: dialect, body: value,
                fields: []))
        values.append(value)
        roots.append(root)
        dialects.append(dialect)
        idsByKind[kind.name, default: []].append(id)
        idsByRoot[root, default: [:]][kind.name, default: []].append(id)
        return id
    }

    func ids(of kind: String) -> [ObjectID] { idsByKind[kind] ?? [] }

    /// The objects of a kind in the same system as another object.
    func ids(of kind: String, besides id: ObjectID) -> [ObjectID] {
        idsByRoot[roots[id.index]]?[kind] ?? []
    }

    /// The whole body that an object was read from, in its dialect's own shape.
    func value(of id: ObjectID) -> Value { values[id.index] }

    /// The part of a resource's body that holds what AWS is told: `Properties` in CloudFormation, all of it in Terraform.
    static func arguments(of resource: Resource, in stack: Stack) -> Value {
        switch Dialect(stack.kind) {
        case .cloudFormation: resource.body.member("Properties")
        case .terraform: resource.body
        }
    }

    /// The language that an object is written in.
    func dialect(of id: ObjectID) -> Dialect { dialects[id.index] }

    /// What the template writes for a field, before it is read as the field's type; absent where the kind has no such
    /// field or its dialect does not write it.
    func written(_ name: String, of id: ObjectID) -> Value {
        let kind = objects[id.index].kind
        guard let slot = kind.slot(of: name) else { return Value(.absent, origin: values[id.index].origin) }
        let dialect = dialects[id.index]
        return kind.fields[slot].source(in: dialect).value(in: values[id.index], dialect: dialect)
    }

    /// What the template writes as the resource's own name; `nil` for a kind without names.
    func writtenName(of id: ObjectID) -> Value? { objects[id.index].kind.namedBy.map { written($0, of: id) } }

    /// The objects that a list field may hold, each with its condition, and why there may be more.
    func objects(_ name: String, of id: ObjectID) -> (found: [(id: ObjectID, condition: Condition)], open: [Reason]) {
        var found: [(id: ObjectID, condition: Condition)] = []
        var open: [Reason] = []
        collectObjects(field(name, of: id), when: .always, into: &found, open: &open)
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

    func field(_ name: String, of id: ObjectID) -> Field {
        let object = objects[id.index]
        guard let slot = object.kind.slot(of: name), slot < object.fields.count else {
            return Field(.absent, state: .absent, origin: object.origin)
        }
        return object.fields[slot]
    }

    func setField(_ name: String, of id: ObjectID, to field: Field) {
        guard let slot = objects[id.index].kind.slot(of: name) else { return }
        objects[id.index].fields[slot] = field
    }

    /// Sets a field that was worked out; its place is the object's own.
    func setDerived(_ name: String, of id: ObjectID, to content: Field.Content) {
        let state: Field.State =
            switch content {
            case .absent: .absent
            case .unknown: .unknown
            default: .derived
            }
        setField(name, of: id, to: Field(content, state: state, origin: objects[id.index].origin))
    }

    /// Why more resources may exist in an object's system than the input shows.
    func openReasons(of id: ObjectID) -> [Reason] { openReasons[roots[id.index]] ?? [] }
}
