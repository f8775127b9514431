import YAMLBridge

/// Reads a plan in JSON, as `terraform show -json` and `tofu show -json` write it.
///
/// Source: https://developer.hashicorp.com/terraform/internals/json-format, "Plan Representation"; formats 0.1 to 1.2.
struct PlanLoader {
    private let document: Document
    private let root: Node
    private let stack: Int
    private let options: LoadOptions
    private let index: PlanIndex
    private let context: PlanContext
    private let planned: TerraformValues
    private let entries: [TerraformValues.Entry]
    /// `resource_changes` by address.
    private let changes: [String: Node]
    private let sources: SourceModules
    /// The text of a file, by its path from the root module's folder.
    private let file: (_ path: String) -> String?
    /// Finds references that may lead to something that is read; `nil` when everything is.
    private let mentions: BeginningSearch?

    /// - Parameters:
    ///   - stack: the index that the plan's stack will have.
    ///   - sources: the files of a folder of the configuration, by its path from the root module's.
    init(
        _ document: Document, root: Node, options: LoadOptions, stack: Int,
        sources: @escaping (_ folder: String) -> [Document] = { _ in [] }
    ) {
        func file(_ path: String) -> String? {
            options.terraformFile(path, document.path).flatMap { String(validating: $0, as: UTF8.self) }
        }
        self.file = file
        self.sources = SourceModules(find: sources, file: file)
        self.document = document
        self.root = root
        self.stack = stack
        self.options = options
        mentions = options.terraformTypes.map { BeginningSearch($0.union(["data", "each", "module", "var"])) }
        index = PlanIndex(
            root: PlanModule(root: root["configuration"]?["root_module"].map { PlanConfiguration($0) }))
        context = PlanContext(references: PlanReferences(index), stack: stack)
        changes = Self.changes(root)
        let values = root["planned_values"]
        planned = values.map { TerraformValues(root: $0["root_module"]) }
            ?? TerraformValues(changes: root["resource_changes"])
        let kept = planned.entries.filter { [changes] in !Self.isDeletion(changes[$0.address]) }
        entries = kept + Self.readBefore(root, besides: kept)
    }

    func load() -> Stack {
        for module in planned.modules { _ = index.module(at: module) }
        for entry in entries {
            // Each module on the way to a resource is one, though a plan without values does not list them.
            _ = index.module(at: entry.module)
            index.addResource(entry.base, instance: entry.instance)
        }
        let bodies = DataBodies(entries: entries.filter(\.isData)) { body(of: $0) }
        context.body = { bodies.body(at: $0) }
        let planned = entries.map { entry in
            let isRead = options.isRead(type: Self.type(of: entry), in: [entry.node, configuration(of: entry)])
            let body = entry.isData ? bodies.body(at: entry.address) : isRead ? self.body(of: entry) : nil
            return (entry, body ?? unreadBody(of: entry), isRead)
        }
        let placed = placedBodies(planned.map { ($0.0, $0.1, $0.2 || $0.0.isData) })
        let resources = zip(entries, placed).map { entry, body in
            return Resource(
                id: ResourceID(stack: stack, logicalID: entry.address), name: entry.address, type: Self.type(of: entry),
                existence: .always, body: body)
        }
        context.body = { _ in nil }
        return Stack(
            kind: .terraformPlan, document: document, name: "", root: stack, resources: resources,
            resourceCount: entries.count { !$0.isData }, open: openReasons, problems: [], exports: [],
            outputs: outputs, isConfidential: isConfidential,
            region: PlanProvider(root).region(of: entries, configuration: configuration(of:)))
    }

    /// The bodies at the places where the configuration writes them, for those whose files are at hand.
    private func placedBodies(_ planned: [(entry: TerraformValues.Entry, body: Value, isRead: Bool)]) -> [Value] {
        guard sources.source(of: index.root) != nil else { return planned.map(\.body) }
        let bodies = Dictionary(
            planned.map { ($0.entry.address, $0.body) }, uniquingKeysWith: { first, _ in first })
        var dataAtSources: DataBodies?
        let values = PlanSourceValues(
            index: index, context: context, sources: sources, rootInputs: root["variables"], limits: options.limits,
            body: { dataAtSources?.body(at: $0) ?? bodies[$0] },
            file: file)
        // A policy document stands in the statements of its data source, and a finding in it points there.
        let data = DataBodies(entries: entries.filter(\.isData), hasSources: true) { entry in
            placedBody(bodies[entry.address] ?? unreadBody(of: entry), of: entry, values)
        }
        dataAtSources = data
        defer { dataAtSources = nil }
        return planned.map { entry, body, isRead in
            entry.isData ? data.body(at: entry.address) ?? body : isRead ? placedBody(body, of: entry, values) : body
        }
    }

    private func placedBody(_ body: Value, of entry: TerraformValues.Entry, _ values: PlanSourceValues) -> Value {
        let module = index.module(at: entry.module)
        guard let block = sources.block(entry.name, in: module) else {
            let call = sources.call(bringing: module)
            return call.map { SourcePlacement.moved(body, to: $0.origin(of: entry.address)) } ?? body
        }
        let scope = PlanScope(values: values, module: module, instance: entry.instance, block: block)
        let placed = SourcePlacement(scope: scope).body(body, in: block, of: entry.address)
        // Nobody mends a copy of another's module: what is wrong in it stands at the call that brings it in.
        guard let call = sources.call(bringing: module) else { return placed }
        return SourcePlacement.moved(placed, to: call.origin(of: entry.address))
    }

    // MARK: - Resources

    private static func type(of entry: TerraformValues.Entry) -> String {
        entry.isData ? "data.\(entry.type)" : entry.type
    }

    private static func changes(_ root: Node) -> [String: Node] {
        var changes: [String: Node] = [:]
        for node in root["resource_changes"]?.elements ?? [] {
            guard node["deposed"] == nil, let address = node["address"]?.text else { continue }
            changes[address] = node["change"]
        }
        return changes
    }

    private static func isDeletion(_ change: Node?) -> Bool {
        guard let actions = change?["actions"], actions.kind == .sequence, actions.count == 1 else { return false }
        return ["delete", "forget"].contains { actions.elements.first?.hasText($0) == true }
    }

    /// Data sources that were read before the plan was made: its values do not repeat them.
    private static func readBefore(_ root: Node, besides planned: [TerraformValues.Entry]) -> [TerraformValues.Entry] {
        let before = TerraformValues(root: root["prior_state"]?["values"]?["root_module"], isDataOnly: true).entries
        guard !before.isEmpty else { return [] }
        let known = Set(planned.lazy.filter(\.isData).map { $0.address })
        return before.filter { !known.contains($0.address) }
    }

    private func body(of entry: TerraformValues.Entry) -> Value {
        let origin = Self.origin(of: entry)
        let change = changes[entry.address]
        let configuration = configuration(of: entry)
        let place = PlanPlace(
            module: index.module(at: entry.module), instance: entry.instance, configuration: configuration)
        let view = PlanValueReader.View(
            value: entry.node["values"] ?? entry.node["change"]?["after"], unknown: change?["after_unknown"],
            sensitive: entry.node["sensitive_values"] ?? change?["after_sensitive"],
            writing: configuration?["expressions"].map { .block($0) } ?? .untold)
        return PlanValueReader(context: context, place: place, type: entry.type).body(view, at: origin)
    }

    /// Of a resource that nothing looks into, only what it is made from, as far as that is read.
    private func unreadBody(of entry: TerraformValues.Entry) -> Value {
        let configuration = configuration(of: entry)
        let place = PlanPlace(
            module: index.module(at: entry.module), instance: entry.instance, configuration: configuration)
        let expressions = configuration?["expressions"].flatMap { node in mentions?.mayFind(in: node) == false ? nil : node }
        let answer = expressions.map { context.answer(toAllOf: $0, at: place) } ?? .nothing
        return Value(
            .unknown([Reason("\(entry.type) is not read")], mayBeAbsent: true), origin: Self.origin(of: entry),
            mentions: answer.targets.map { context.reference(to: $0) })
    }

    private func configuration(of entry: TerraformValues.Entry) -> Node? {
        index.module(at: entry.module).configuration?.resource(entry.name)
    }

    /// A resource's own place is where its address stands.
    static func origin(of entry: TerraformValues.Entry) -> Origin {
        let place = entry.node.entry("address")
        return Origin(
            node: place?.value ?? entry.node, key: place?.key, parent: nil, component: nil,
            resource: entry.address)
    }

    // MARK: - The plan as a whole

    private var openReasons: [Reason] {
        var reasons: [Reason] = []
        if root["errored"]?.isTrue == true { reasons.append(Reason("the plan's run failed before it was complete")) }
        if root["deferred_changes"]?.elements.isEmpty == false {
            reasons.append(Reason("the plan puts resources off to a later run"))
        }
        return reasons
    }

    /// What the root module gives out: values that are known, and the resources behind the others.
    private var outputs: [Value] {
        let place = PlanPlace(module: index.root)
        return (index.root.configuration?.outputs ?? []).flatMap { name -> [Value] in
            let given = root["planned_values"]?["outputs"]?.entry(name)
            let origin = Origin(
                node: given?.value ?? root, key: given?.key, parent: nil, component: nil, resource: nil)
            if let value = given?.value["value"], value.kind == .scalar, given?.value["sensitive"]?.isTrue != true {
                return [Value(.scalar(.init(value.text)), origin: origin)]
            }
            guard let expression = index.root.configuration?.output(name) else { return [] }
            return context.references.answer(to: expression, at: place).targets
                .map { Value(.reference(context.reference(to: $0)), origin: origin) }
        }
    }

    /// Whether the text holds something that Terraform marks as sensitive, anywhere.
    private var isConfidential: Bool {
        changes.values.contains { SensitiveValue.isMarked($0["after_sensitive"]) || SensitiveValue.isMarked($0["before_sensitive"]) }
            || planned.entries.contains { SensitiveValue.isMarked($0.node["sensitive_values"]) }
            || (root["configuration"]?["root_module"]?["variables"]?.entries ?? []).contains { $0.value["sensitive"]?.isTrue == true }
            || (root["planned_values"]?["outputs"]?.entries ?? []).contains { $0.value["sensitive"]?.isTrue == true }
    }
}
