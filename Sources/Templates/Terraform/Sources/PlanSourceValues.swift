import Evaluation
import YAMLBridge

/// The values behind the names of a plan's configuration: each worked out once.
final class PlanSourceValues {
    /// What is worked out once for each instance of a module.
    private struct Name: Hashable {
        enum Kind { case input, local, output }

        let kind: Kind
        let module: String
        let name: String
    }

    let work: EvaluationWork
    private let index: PlanIndex
    private let context: PlanContext
    private let sources: SourceModules
    /// The plan's `variables`: values of the root module's inputs.
    private let rootInputs: Node?
    private let body: (_ address: String) -> Value?
    /// The text of a file, by its path from the root module's folder.
    let file: (_ path: String) -> String?
    private var known: [Name: Value] = [:]
    private var underWay: Set<Name> = []

    /// - Parameter body: the planned body of a resource.
    init(
        index: PlanIndex, context: PlanContext, sources: SourceModules, rootInputs: Node?, limits: EvaluationLimits,
        body: @escaping (_ address: String) -> Value?, file: @escaping (_ path: String) -> String? = { _ in nil }
    ) {
        self.index = index
        self.context = context
        self.sources = sources
        self.rootInputs = rootInputs
        self.body = body
        self.file = file
        work = EvaluationWork(limits: limits)
    }

    /// What a node of a configuration stands for.
    ///
    /// - Parameter names: what `dynamic` blocks around it name.
    func value(
        of node: Node, isNative: Bool, at origin: Origin, scope: PlanScope, names: ExpressionEvaluator.Names = .init()
    ) -> Value {
        if isNative { return ExpressionEvaluator.evaluate(.expression, of: node, at: origin, scope: scope, names: names) }
        switch node.kind {
        case .scalar where node.isNull: return Value(.absent, origin: origin)
        case .scalar where node.style != .doubleQuoted:
            return Value(.scalar(.init(node.text, isQuoted: false)), origin: origin)
        case .scalar: return ExpressionEvaluator.evaluate(.template, of: node, at: origin, scope: scope, names: names)
        case .sequence:
            let elements = node.elements.enumerated().map { index, element in
                let place = origin.child(.index(index), node: element, key: nil)
                return value(of: element, isNative: false, at: place, scope: scope, names: names)
            }
            return Value(.list(elements, open: []), origin: origin)
        case .mapping:
            let members = node.entries.map { entry in
                let place = origin.child(.key(entry.key.text), node: entry.value, key: entry.key)
                return Value.Member(
                    key: entry.key.text,
                    value: value(of: entry.value, isNative: false, at: place, scope: scope, names: names))
            }
            return Value(.map(members), origin: origin)
        }
    }

    /// What a loop goes through; `nil` where that is not wholly known.
    func items(of collection: Value, scope: PlanScope) -> [ExpressionEvaluator.Item]? {
        let evaluator = ExpressionEvaluator(scope: scope, node: collection.origin.node)
        guard let items = try? evaluator.items(of: collection), items.allSatisfy({ $0.existence == .always }),
            work.spendInstances(items.count, at: collection.origin, of: scope.identity)
        else { return nil }
        return items
    }

    // MARK: - Resources

    /// A resource: itself, or its instances by number or key.
    func resource(_ name: String, in module: PlanModule, at origin: Origin) -> Value {
        let base = PlanModule.address(of: name, in: module)
        let instances = index.instances(of: base)
        func reference(_ instance: String) -> Value {
            Value(.reference(context.reference(to: PlanTarget(address: base + instance, attribute: ""))), origin: origin)
        }
        if instances == [""] { return reference("") }
        guard !instances.isEmpty else {
            let isMultiplied = module.configuration?.resource(name)?["count_expression"] != nil
            return isMultiplied
                ? Value(.list([], open: []), origin: origin)
                : .unknown(Reason("\(name) is not in the plan"), mayBeAbsent: true, origin: origin)
        }
        let keys = instances.compactMap { instance in TerraformValues.key(ofInstance: instance).map { (instance, $0) } }
        if keys.contains(where: { !$0.1.isNumber }) {
            return Value(.map(keys.map { .init(key: $0.1.text, value: reference($0.0)) }), origin: origin)
        }
        let sorted = keys.sorted { (Int($0.1.text) ?? 0) < (Int($1.1.text) ?? 0) }
        return Value(.list(sorted.map { reference($0.0) }, open: []), origin: origin)
    }

    /// What the plan says of a resource's attribute, else the reference.
    func attribute(_ name: String, of resource: ResourceID, at origin: Origin) -> Value {
        let value = body(resource.logicalID)?.member(name)
        switch value?.content {
        case .scalar, .list, .map: return value?.placed(at: origin) ?? Value(.absent, origin: origin)
        case .unknown where value.map(SensitiveValue.isHidden) == true: return value ?? Value(.absent, origin: origin)
        default:
            return context.value(of: PlanTarget(address: resource.logicalID, attribute: name), at: origin)
        }
    }

    func modules(of call: String, in parent: PlanModule) -> [PlanModule] { index.modules(of: call, in: parent) }

    /// The folder of a module's files, from the root module's; `nil` where it is not known.
    func folder(of module: PlanModule) -> String? { sources.folder(of: module) }

    /// A module's outputs by name.
    func outputs(of module: PlanModule, at origin: Origin) -> Value {
        let names = module.configuration?.outputs ?? []
        return Value(.map(names.map { .init(key: $0, value: output($0, of: module, at: origin)) }), origin: origin)
    }

    // MARK: - Named values

    func input(_ name: String, of module: PlanModule, at origin: Origin) -> Value {
        let declaration = module.configuration?.node["variables"]?[name]
        if declaration?["sensitive"]?.isTrue == true { return SensitiveValue.hidden(at: origin) }
        return once(Name(kind: .input, module: module.address, name: name), at: origin) { [self] in
            guard let parent = module.parent else {
                let given = rootInputs?[name]?["value"] ?? declaration?["default"]
                return given.map { Self.literal($0, at: origin) }
            }
            let call = sources.block("module.\(module.call)", in: parent)
            if let call, let entry = call.attribute(name) {
                let place = Origin(node: entry.value, key: entry.key, parent: nil, component: .key(name), resource: nil)
                let scope = PlanScope(values: self, module: parent, instance: module.instance, block: call)
                return value(of: entry.value, isNative: call.isNative, at: place, scope: scope)
            }
            if let expression = module.callNode?["expressions"]?[name].flatMap({ PlanExpression($0) }) {
                let place = PlanPlace(module: parent, instance: module.instance, configuration: module.callNode)
                return value(of: expression, place, at: origin)
            }
            return declaration?["default"].map { Self.literal($0, at: origin) }
        }
    }

    func local(_ name: String, of module: PlanModule, at origin: Origin) -> Value {
        once(Name(kind: .local, module: module.address, name: name), at: origin) { [self] in
            guard let local = sources.source(of: module)?.local(name) else { return nil }
            let place = Origin(
                node: local.entry.value, key: local.entry.key, parent: nil, component: .key(name), resource: nil)
            return value(
                of: local.entry.value, isNative: local.isNative, at: place, scope: PlanScope(values: self, module: module))
        }
    }

    func output(_ name: String, of module: PlanModule, at origin: Origin) -> Value {
        let declaration = module.configuration?.node["outputs"]?[name]
        if declaration?["sensitive"]?.isTrue == true { return SensitiveValue.hidden(at: origin) }
        return once(Name(kind: .output, module: module.address, name: name), at: origin) { [self] in
            if let block = sources.block("output.\(name)", in: module), let entry = block.attribute("value") {
                let place = Origin(node: entry.value, key: entry.key, parent: nil, component: .key(name), resource: nil)
                return value(
                    of: entry.value, isNative: block.isNative, at: place, scope: PlanScope(values: self, module: module))
            }
            return module.configuration?.output(name).map { value(of: $0, PlanPlace(module: module), at: origin) }
        }
    }

    /// Works a named value out when it is first asked for; one that needs itself is unknown.
    private func once(_ name: Name, at origin: Origin, _ make: () -> Value?) -> Value {
        if let value = known[name] { return value }
        guard underWay.insert(name).inserted else {
            return .unknown(Reason("\(name.name) refers to itself"), mayBeAbsent: true, origin: origin)
        }
        defer { underWay.remove(name) }
        let value = make() ?? .unknown(Reason("\(name.name) is not known"), mayBeAbsent: true, origin: origin)
        let bounded = work.bounded(value, at: origin)
        known[name] = bounded
        return bounded
    }

    /// What an expression stands for by the plan alone.
    private func value(of expression: PlanExpression, _ place: PlanPlace, at origin: Origin) -> Value {
        if let constant = expression.constant { return Self.literal(constant, at: origin) }
        let answer = context.references.answer(to: expression, at: place)
        if answer.isWhole, let target = answer.targets.first { return context.value(of: target, at: origin) }
        let unknown = Value.unknown(Reason("it is known after apply only"), mayBeAbsent: true, origin: origin)
        return Value(unknown.content, origin: origin, mentions: answer.targets.map { context.reference(to: $0) })
    }

    private static func literal(_ node: Node, at origin: Origin) -> Value {
        StateValueReader(sensitive: .marks(nil), isResource: false).literal(node, at: origin)
    }
}
