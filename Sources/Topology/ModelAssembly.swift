import Templates

/// A model while it is put together: objects, the values they were read from, and what links need to know.
final class ModelAssembly {
    let schema: ModelSchema
    let facts: WorkerFacts
    let workload: Workload
    var objects: [ModelObject] = []
    /// The value that each object was read from.
    var values: [Value] = []
    /// The root stack of each object: what belongs to one system.
    var roots: [Int] = []
    /// The object of a resource, for resources whose kind the model has.
    private(set) var idsByResource: [ResourceID: ObjectID] = [:]
    /// The type of every resource of the input.
    private(set) var typesByResource: [ResourceID: String] = [:]
    /// What the aliases and versions of functions say which function they belong to.
    private(set) var functionsByQualifier: [ResourceID: Value] = [:]
    /// Objects by kind.
    private(set) var idsByKind: [String: [ObjectID]] = [:]
    /// Why a system may hold resources that are not in the input, by its root stack.
    let openReasons: [Int: [Reason]]

    init(schema: ModelSchema, facts: WorkerFacts, workload: Workload) {
        self.schema = schema
        self.facts = facts
        self.workload = workload
        openReasons = Dictionary(workload.stacks.map { ($0.root, $0.open) }, uniquingKeysWith: +)
        for stack in workload.stacks {
            for resource in stack.resources { add(resource, root: stack.root) }
        }
    }

    private func add(_ resource: Resource, root: Int) {
        typesByResource[resource.id] = resource.type
        if resource.type == "AWS::Lambda::Alias" || resource.type == "AWS::Lambda::Version" {
            functionsByQualifier[resource.id] = resource.body.member(atPath: "Properties.FunctionName")
        }
        guard let kind = schema.kind(ofCloudFormationType: resource.type) else { return }
        idsByResource[resource.id] = add(
            kind, name: resource.name, existence: resource.existence, value: resource.body, root: root)
    }

    /// Adds an object whose fields are still to be read.
    func add(_ kind: KindDeclaration, name: String, existence: Condition, value: Value, root: Int) -> ObjectID {
        let id = ObjectID(index: objects.count)
        objects.append(
            ModelObject(id: id, kind: kind, name: name, existence: existence, origin: value.origin, fields: []))
        values.append(value)
        roots.append(root)
        idsByKind[kind.name, default: []].append(id)
        return id
    }

    func ids(of kind: String) -> [ObjectID] { idsByKind[kind] ?? [] }

    /// The objects of a kind in the same system as another object.
    func ids(of kind: String, besides id: ObjectID) -> [ObjectID] {
        let root = roots[id.index]
        return ids(of: kind).filter { roots[$0.index] == root }
    }

    func value(of id: ObjectID) -> Value { values[id.index] }

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
