import Evaluation
import PropertyLedger
import Templates

/// A model while it is put together: objects, the values they were read from, and what links need to know.
final class ModelAssembly {
    let schema: ModelSchema
    let facts: WorkerFacts
    let workload: Workload
    var objects: [ModelObject] = []
    /// The value that each object was read from.
    var values: [Value] = []
    /// What sort of template each object comes from.
    private var templateKinds: [TemplateKind] = []
    /// The root stack of each object: what belongs to one system.
    private var roots: [Int] = []
    /// Values that other resources write for an object's field, in place of its own.
    var writtenElsewhere: [WrittenField: Value] = [:]
    /// Resources that set other resources' fields, by type.
    private var overlays: [String: [Placed]] = [:]
    /// Objects by the ARN, URL or id that Terraform knows of them already.
    private(set) var idsByIdentity: [String: [ObjectID]] = [:]
    /// The object of a resource, for resources whose kind the model has.
    private(set) var idsByResource: [ResourceID: ObjectID] = [:]
    /// Holds what resources write against the property ledger.
    private(set) var ledgerReader: LedgerReader
    /// The type of every resource of the input, which few inputs ask for.
    private(set) lazy var typesByResource: [ResourceID: String] = Dictionary(
        workload.stacks.flatMap { $0.resources.lazy.map { ($0.id, $0.type) } }, uniquingKeysWith: { _, last in last })
    /// What the aliases and versions of functions say which function they belong to.
    private(set) var functionsByQualifier: [ResourceID: Value] = [:]
    /// The bodies of resources that may stand in another's place.
    private var standIns: [ResourceID: Value] = [:]
    /// Data sources that find a resource by its name.
    private var lookups: [ResourceID: Placed] = [:]
    /// Objects by kind.
    private(set) var idsByKind: [Kind: [ObjectID]] = [:]
    /// The same by system, and their names.
    private var idsBySystem: [SystemKind: [ObjectID]] = [:]
    private var namesBySystem: [SystemKind: NameTable] = [:]
    /// The names of a kind's objects in all systems.
    private var namesByKind: [Kind: NameTable] = [:]
    /// The regions of root stacks, where these say one.
    let regions: [Int: String]
    /// What may be done to objects by resources that are not in the input.
    private lazy var openThings = OpenThings(self)

    /// The task definitions that consume a queue and that no service of the input runs, with their consumptions.
    var tasksThatConsumeAlone: [ObjectID: [ObjectID]] = [:]

    /// Objects that do not exist while parameters keep their defaults, with these.
    private(set) var offByDefault: [ObjectID: [OriginStep]] = [:]

    /// The root stacks of systems that export values.
    private(set) lazy var exportingRoots = Set(workload.stacks.filter { !$0.exports.isEmpty }.map(\.root)).sorted()

    /// Which templates may mean each other's things by names that are not known.
    private(set) lazy var neighbours = Neighbours(workload)

    /// Names that are still compared with each other: some seconds, where thousands of names are not wholly known.
    private var comparisonsLeft = 10_000_000

    /// The root stacks of systems that come from a plan or a state.
    private let rootsOfPlans: Set<Int>

    /// A resource and the system that it belongs to.
    struct Placed {
        let resource: Resource
        let root: Int
        let templateKind: TemplateKind
    }

    init(schema: ModelSchema, facts: WorkerFacts, workload: Workload, ledger: PropertyLedger = .embedded) {
        ledgerReader = LedgerReader(ledger)
        self.schema = schema
        self.facts = facts
        self.workload = workload
        let first = Dictionary(workload.stacks.map { ($0.root, $0.kind) }, uniquingKeysWith: { first, _ in first })
        rootsOfPlans = Set(first.filter { $0.value == .terraformPlan || $0.value == .terraformState }.keys)
        regions = Dictionary(
            workload.stacks.compactMap { stack in stack.region.map { (stack.root, $0) } },
            uniquingKeysWith: { first, _ in first })
        for stack in workload.stacks {
            for resource in stack.resources { add(resource, of: stack) }
        }
    }

    private func add(_ resource: Resource, of stack: Stack) {
        let body = ledgerReader.body(of: resource, in: stack)
        if let path = FunctionQualifier.paths[resource.type] {
            functionsByQualifier[resource.id] = resource.body.member(atPath: path)
        }
        if StandIn.types.contains(resource.type) { standIns[resource.id] = resource.body }
        if DataLookup.types[resource.type] != nil {
            lookups[resource.id] = Placed(resource: resource, root: stack.root, templateKind: stack.kind)
        }
        if schema.overlayTypes.contains(resource.type) {
            overlays[resource.type, default: []].append(Placed(resource: resource, root: stack.root, templateKind: stack.kind))
        }
        guard let kind = schema.kind(ofType: resource.type) else { return }
        let id = add(
            kind, name: resource.name, resource: resource.name, existence: resource.existence, value: body,
            root: stack.root,
            templateKind: stack.kind, region: resource.region)
        idsByResource[resource.id] = id
        if resource.existence == .never, !resource.existenceSteps.isEmpty { offByDefault[id] = resource.existenceSteps }
        if Dialect(stack.kind) == .terraform { indexIdentities(of: id) }
        for (kind, block) in schema.blocksByType[resource.type] ?? [] { addBlock(block, as: kind, of: resource, like: id) }
    }

    /// Adds the objects that blocks of a resource make, each linked to the resource.
    private func addBlock(_ block: EmbeddedBlock, as kind: KindDeclaration, of resource: Resource, like owner: ObjectID) {
        for element in Self.elements(resource.body.attribute(block.block), when: resource.existence) {
            guard case .map = element.value.content else { continue }
            let id = add(
                kind, name: "\(resource.name).\(block.block)", existence: element.condition, value: element.value,
                like: owner)
            guard let slot = kind.slot(of: block.ownerField) else { continue }
            let reference = Reference(resource: resource.id, attribute: .identifier)
            setWritten(slot: slot, of: id, to: Value(.reference(reference), origin: element.value.origin))
        }
    }

    private func indexIdentities(of id: ObjectID) {
        let body = values[id.index]
        let texts = Set(["arn", "url", "id"].compactMap { body.member($0).knownText }.filter { !$0.isEmpty })
        for text in texts { idsByIdentity[text, default: []].append(id) }
    }

    /// Adds an object that belongs to another one's system and is written in its dialect; its fields are still to be read.
    func add(
        _ kind: KindDeclaration, name: String, existence: Condition = .always, value: Value, like owner: ObjectID
    ) -> ObjectID {
        add(
            kind, name: name, resource: value.origin.resource ?? objects[owner.index].resource, existence: existence,
            value: value, root: roots[owner.index],
            templateKind: templateKinds[owner.index])
    }

    /// The same for what belongs to a resource that is no object itself.
    func add(_ kind: KindDeclaration, existence: Condition, value: Value, at place: Placed) -> ObjectID {
        add(
            kind, name: place.resource.name, resource: place.resource.name, existence: existence, value: value,
            root: place.root, templateKind: place.templateKind)
    }

    private func add(
        _ kind: KindDeclaration, name: String, resource: String?, existence: Condition, value: Value, root: Int,
        templateKind: TemplateKind, region: String? = nil
    ) -> ObjectID {
        let id = ObjectID(index: objects.count)
        objects.append(
            ModelObject(
                id: id, kind: kind, name: name, resource: resource, dialect: Dialect(templateKind), existence: existence,
                origin: value.origin, body: value, region: region, fields: []))
        values.append(value)
        roots.append(root)
        templateKinds.append(templateKind)
        idsByKind[kind.key, default: []].append(id)
        idsBySystem[SystemKind(kind: kind.key, root: root), default: []].append(id)
        return id
    }

    /// Whether so many more names are compared with one.
    func mayCompare(_ count: Int) -> Bool {
        guard count <= comparisonsLeft else { return false }
        comparisonsLeft -= count
        return true
    }

    func ids(of kind: Kind) -> [ObjectID] { idsByKind[kind] ?? [] }

    /// The objects of a kind in the same system as another object.
    func ids(of kind: Kind, besides id: ObjectID) -> [ObjectID] { ids(of: kind, inRoot: roots[id.index]) }

    /// The objects of a kind in a system.
    func ids(of kind: Kind, inRoot root: Int) -> [ObjectID] { idsBySystem[SystemKind(kind: kind, root: root)] ?? [] }

    /// The objects of a kind in a system that bear a name for certain, and those whose names are not wholly known.
    func ids(of kind: Kind, named name: String, inRoot root: Int) -> (certain: [ObjectID], possible: [ObjectID]) {
        let key = SystemKind(kind: kind, root: root)
        let ids = idsBySystem[key] ?? []
        var names = namesBySystem[key] ?? NameTable()
        if names.count < ids.count {
            names.add(ids[names.count...].map { ($0, writtenName(of: $0)) })
            namesBySystem[key] = names
        }
        return (names.certain[name] ?? [], names.possible)
    }

    /// The objects of a kind in any system that bear a name for certain.
    func ids(of kind: Kind, named name: String) -> [ObjectID] {
        let ids = idsByKind[kind] ?? []
        var names = namesByKind[kind] ?? NameTable()
        if names.count < ids.count {
            names.add(ids[names.count...].map { ($0, writtenName(of: $0)) })
            namesByKind[kind] = names
        }
        return names.certain[name] ?? []
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

    /// What a reference to a resource that stands in another's place means: `aws_secretsmanager_secret_version.v.arn` is
    /// the secret; `nil` for a reference that means the resource itself.
    func value(behind reference: Reference) -> Value? {
        var found: Value?
        var next = reference
        // One may stand for another, and broken input may let them stand for each other.
        for _ in 0..<4 {
            guard let type = typesByResource[next.resource], let body = standIns[next.resource],
                let argument = StandIn.argument(of: type, for: next.attribute.terraformName)
            else { return found }
            let value = body.attribute(argument)
            guard !value.isAbsent else { return found }
            found = value
            guard case .reference(let further) = value.content else { return found }
            next = further
        }
        return found
    }

    /// A data source that finds a resource by its name.
    func lookup(_ resource: ResourceID) -> Placed? { lookups[resource] }

    /// The language that an object is written in.
    func dialect(of id: ObjectID) -> Dialect { objects[id.index].dialect }

    /// What sort of template an object comes from.
    func templateKind(of id: ObjectID) -> TemplateKind { templateKinds[id.index] }

    /// The root stack of an object's system.
    func root(of id: ObjectID) -> Int { roots[id.index] }

    /// The resources of a type that sets other resources' fields.
    func overlayResources(ofType type: String) -> [Placed] { overlays[type] ?? [] }

    /// Whether an object comes from a plan or a state, which hold values but not the sources' wishes.
    func isFromPlan(_ id: ObjectID) -> Bool {
        rootsOfPlans.contains(roots[id.index])
    }

    /// Why resources that the input does not show may belong to an object: what is not read sees it or is given it.
    ///
    /// A policy may be hung on a target by whoever knows the service that the target is for.
    func openReasons(of id: ObjectID) -> [Reason] {
        let own = openThings.reasons(for: id, self)
        guard objects[id.index].kind.key == .scalableTarget, case .object(let service) = field(.service, of: id).content
        else { return own }
        return Self.unique(own + openThings.reasons(for: service, self))
    }

    /// The same for an object that nothing has to be given to belong to it: a metric is published by its name.
    func openReasons(ofUnbound id: ObjectID) -> [Reason] { openThings.reasonsForUnbound(inRoot: roots[id.index]) }
}

extension ModelAssembly {
    /// A kind of objects in one system.
    private struct SystemKind: Hashable {
        let kind: Kind
        let root: Int
    }
}

extension Reference.Attribute {
    /// As Terraform spells it.
    fileprivate var terraformName: String {
        switch self {
        case .identifier: "id"
        case .named(let name): name
        }
    }
}
