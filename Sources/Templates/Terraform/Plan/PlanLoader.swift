import Evaluation
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
    private let changes: PlanChanges
    /// Whether Terraform marks something as sensitive, anywhere.
    private let isConfidential: Bool
    /// The files of a folder of the configuration, by its path from the root module's.
    private let sources: (_ folder: String) -> [Document]
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
        self.sources = sources
        self.document = document
        self.root = root
        self.stack = stack
        self.options = options
        mentions = options.terraformTypes.map { BeginningSearch($0.union(["data", "each", "module", "var"])) }
        let parts = Self.parts(of: root, options: options, size: document.bytes.count)
        let configuration = root["configuration"]?["root_module"].map { PlanConfiguration($0, resources: parts.configured) }
        index = PlanIndex(root: PlanModule(root: configuration))
        context = PlanContext(references: PlanReferences(index), facts: options.facts, stack: stack)
        let changes = PlanChanges(parts.changes, options: options)
        self.changes = changes
        planned = parts.planned
        isConfidential = parts.changes.isConfidential || parts.hasMarks || Self.hasSensitiveOutputs(root)
        let kept = planned.entries.filter { !changes.isDeletion(of: $0.address) }
        entries = kept + Self.readBefore(parts.before, besides: kept)
    }

    /// The large lists of a plan, each walked once.
    private struct Parts: Sendable {
        let planned: TerraformValues
        /// Whether a planned value is marked as sensitive.
        let hasMarks: Bool
        /// The root module's resources in the configuration.
        let configured: [String: Node]
        let changes: PlanChanges.Walk
        /// Data sources that were read before the plan was made.
        let before: [TerraformValues.Entry]
    }

    /// So many bytes are worth a second thread.
    private static let worthwhileSize = 1_000_000

    private static func parts(of root: Node, options: LoadOptions, size: Int) -> Parts {
        let (one, other) = Together.run(isWorthwhile: options.jobs > 1 && size >= worthwhileSize) {
            let planned =
                root["planned_values"].map { TerraformValues(root: $0["root_module"]) }
                ?? TerraformValues(changes: root["resource_changes"])
            return (planned, planned.isConfidential)
        } _: {
            let configured = root["configuration"]?["root_module"].map { PlanConfiguration.resources(in: $0) } ?? [:]
            let before = TerraformValues(root: root["prior_state"]?["values"]?["root_module"], isDataOnly: true)
            return (configured, PlanChanges.walk(root, options: options), before.entries)
        }
        return Parts(planned: one.0, hasMarks: one.1, configured: other.0, changes: other.1, before: other.2)
    }

    func load() -> Stack {
        for module in planned.modules { _ = index.module(at: module) }
        index.reserve(entries.count)
        for entry in entries {
            // Each module on the way to a resource is one, though a plan without values does not list them.
            _ = index.module(at: entry.module)
            index.addResource(entry.base, instance: entry.instance)
        }
        let bodies = DataBodies(entries: entries.filter(\.isData)) { body(of: $0) }
        context.body = { bodies.body(at: $0) }
        var unread = UnreadTypes()
        let planned = entries.map { entry -> PlannedBody in
            let configuration = configuration(of: entry)
            let isRead = entry.isData || options.isRead(type: entry.type, in: [entry.node, configuration])
            let body = entry.isData ? bodies.body(at: entry.address) : isRead ? self.body(of: entry) : nil
            return PlannedBody(
                entry: entry, body: body ?? unreadBody(of: entry, configuration, unread.content(of: entry.type)), isRead: isRead)
        }
        let order = isOrderAsked ? PlanOrder(index: index, context: context) : nil
        let provider = PlanProvider(root, tellingTypes: options.facts.tellingTypes)
        let resources = zip(entries, placedBodies(planned)).map { entry, body in
            let configuration = configuration(of: entry)
            let needs = order?.needs(of: place(of: entry, configuration), writtenAs: configuration)
            return Resource(
                id: ResourceID(stack: stack, logicalID: entry.address), name: entry.address,
                type: entry.isData ? "data.\(entry.type)" : entry.type, existence: .always, body: body,
                waitsFor: needs?.names ?? [], isOrderKnown: needs?.isWhole ?? false,
                region: entry.isData || options.facts.tellingTypes.first?.contains(entry.type) != true
                    ? nil : provider.region(of: entry, configuration: configuration))
        }
        context.body = { _ in nil }
        return Stack(
            kind: .terraformPlan, document: document, name: "", root: stack, resources: resources,
            resourceCount: entries.count { !$0.isData }, open: openings, problems: [], exports: [],
            outputs: outputs, isConfidential: isConfidential,
            region: provider.region(of: entries, configuration: configuration(of:)))
    }

    /// Whether somebody asks in which order things are made: all expressions of a plan would be followed for nothing otherwise.
    private var isOrderAsked: Bool {
        let asked = options.facts.orderedTypes
        guard !asked.isEmpty else { return false }
        var found: Set<String> = []
        for entry in entries where asked.contains(entry.type) { found.insert(entry.type) }
        return found == asked
    }

    /// A resource of the plan with what is said of it.
    private struct PlannedBody {
        let entry: TerraformValues.Entry
        let body: Value
        /// Whether somebody looks into the body.
        let isRead: Bool
    }

    /// The bodies at the places where the configuration writes them, for those whose files are at hand.
    private func placedBodies(_ planned: [PlannedBody]) -> [Value] {
        let documents = sources("")
        guard !documents.isEmpty else { return planned.map(\.body) }
        let facts = PlanFacts(index: index, context: context, variables: root["variables"], file: file)
        let configuration = PlannedConfiguration(documents, facts: facts, options: options, stack: stack, find: sources)
        let bodies = Dictionary(
            planned.map { ($0.entry.address, $0.body) }, uniquingKeysWith: { first, _ in first })
        func placed(_ body: Value, _ entry: TerraformValues.Entry) -> Value {
            configuration.placed(body, of: entry, in: index.module(at: entry.module))
        }
        // A policy document stands in the statements of its data source, and a finding in it points there.
        let data = DataBodies(entries: entries.filter(\.isData), hasSources: true) { entry in
            placed(bodies[entry.address] ?? .unread(entry.type, at: Self.origin(of: entry)), entry)
        }
        facts.body = { data.body(at: $0) ?? bodies[$0] }
        defer { facts.body = { _ in nil } }
        return planned.map { planned in
            guard planned.isRead else { return planned.body }
            guard planned.entry.isData else { return placed(planned.body, planned.entry) }
            return data.body(at: planned.entry.address) ?? planned.body
        }
    }

    // MARK: - Resources

    /// Data sources that were read before the plan was made: its values do not repeat them.
    private static func readBefore(
        _ before: [TerraformValues.Entry], besides planned: [TerraformValues.Entry]
    ) -> [TerraformValues.Entry] {
        guard !before.isEmpty else { return [] }
        let known = Set(planned.lazy.filter(\.isData).map { $0.address })
        return before.filter { !known.contains($0.address) }
    }

    private func body(of entry: TerraformValues.Entry) -> Value {
        let origin = Self.origin(of: entry)
        let change = changes.change(of: entry)
        let configuration = configuration(of: entry)
        let view = PlanValueReader.View(
            value: entry.node["values"] ?? entry.node["change"]?["after"], unknown: change?["after_unknown"],
            sensitive: entry.marks ?? change?["after_sensitive"],
            writing: configuration?["expressions"].map { .block($0) } ?? .untold)
        return PlanValueReader(context: context, place: place(of: entry, configuration), type: entry.type).body(view, at: origin)
    }

    /// Of a resource that nothing looks into, only what it is made from, as far as that is read.
    private func unreadBody(of entry: TerraformValues.Entry, _ configuration: Node?, _ content: Value.Content) -> Value {
        let origin = Self.origin(of: entry)
        guard let expressions = configuration?["expressions"], mentions?.mayFind(in: expressions) ?? true else {
            return Value(content, origin: origin)
        }
        let answer = context.answer(toAllOf: expressions, at: place(of: entry, configuration))
        return Value(content, origin: origin, mentions: answer.targets.map { context.reference(to: $0) })
    }

    /// What is said of resources that nothing looks into: the same for all of a type.
    private struct UnreadTypes {
        private var contents: [String: Value.Content] = [:]

        mutating func content(of type: String) -> Value.Content {
            if let known = contents[type] { return known }
            let content = Value.Content.unknown([Reason("\(type) is not read")], mayBeAbsent: true)
            contents[type] = content
            return content
        }
    }

    private func place(of entry: TerraformValues.Entry, _ configuration: Node?) -> PlanPlace {
        PlanPlace(module: index.module(at: entry.module), instance: entry.instance, configuration: configuration)
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

    private var openings: [Opening] {
        var reasons: [Reason] = []
        if root["errored"]?.isTrue == true { reasons.append(Reason("the plan's run failed before it was complete")) }
        if root["deferred_changes"]?.elements.isEmpty == false {
            reasons.append(Reason("the plan puts resources off to a later run"))
        }
        return reasons.map { Opening($0, within: "") }
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

    /// Whether a variable or an output is marked as sensitive.
    private static func hasSensitiveOutputs(_ root: Node) -> Bool {
        (root["configuration"]?["root_module"]?["variables"]?.entries ?? []).contains { $0.value["sensitive"]?.isTrue == true }
            || (root["planned_values"]?["outputs"]?.entries ?? []).contains { $0.value["sensitive"]?.isTrue == true }
    }
}
