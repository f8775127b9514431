import Evaluation
import YAMLBridge

/// What needs what in a root module and the modules that it calls, for finding what Terraform refuses with "Error: Cycle".
///
/// The nodes are those of Terraform's own graph: resources and data sources with all their copies, local values, variables,
/// outputs, and for each call of a module its beginning, which all in it waits for
/// (https://developer.hashicorp.com/terraform/internals/graph).
struct ConfigurationGraph {
    private struct Block {
        let module: ModuleEvaluator
        let block: ConfigurationBlock
        let address: String
    }

    /// What a module's text refers to, for each of its nodes; `isWithin` says that the node may not name itself.
    private struct Written {
        let key: String
        let targets: Set<WrittenReferences.Target>
        let ownTargets: Set<WrittenReferences.Target>
    }

    /// The names of the nodes, with the modules' names but no keys of copies.
    private var names: [String] = []
    private var places: [String: Int] = [:]
    private var needed: [[String]] = []
    /// Resources and data sources by the node's name.
    private var blocks: [String: Block] = [:]
    private var written: [String: [Written]] = [:]

    init(_ root: ModuleEvaluator) { add(root, startedBy: nil) }

    // MARK: - Circles

    /// Reports the resources that need each other, and says what takes part: circles without a resource come to light when
    /// they are evaluated.
    func reportCircles(to run: ModuleRun) {
        let needs = needed.map { $0.compactMap { places[$0] } }
        for circle in Circles(needs: needs).found() {
            let members = circle.map { names[$0] }
            guard let first = members.firstIndex(where: { blocks[$0] != nil }), let block = blocks[members[first]] else {
                continue
            }
            run.circleMembers.formUnion(members)
            let ordered = members[first...] + members[..<first] + [members[first]]
            let shown = ordered.filter { !$0.hasSuffix(Self.end) }.map { name in
                name.hasSuffix(Self.beginning) ? String(name.dropLast(Self.beginning.count)) : name
            }
            let isItself = members.count == 1
            run.report(
                TemplateProblem(
                    code: .circularReference,
                    message: isItself
                        ? "\(members[first]) refers to itself"
                        : "resources need each other before they exist: \(Self.joined(shown))",
                    help: isItself
                        ? "Terraform refuses it. Write the value itself, or take it from elsewhere."
                        : "Break the circle: Terraform refuses it. An argument can move to a resource of its own.",
                    origin: block.block.origin(resource: block.module.prefix + block.address)))
        }
    }

    /// Most names of a circle that are shown.
    private static let mostNames = 12

    private static func joined(_ names: [String]) -> String {
        guard names.count > mostNames, let last = names.last else { return names.joined(separator: " needs ") }
        let left = names.count - mostNames
        return (names.prefix(mostNames - 1) + ["\(left) more that need", last]).joined(separator: " needs ")
    }

    // MARK: - Nodes

    private static let beginning = " (beginning)"
    private static let end = " (end)"

    private mutating func add(_ name: String, needing others: [String]) {
        if let place = places[name] {
            needed[place] += others
            return
        }
        places[name] = names.count
        names.append(name)
        needed.append(others)
    }

    /// Adds everything in a module.
    ///
    /// - Parameter call: the node that all in it waits for.
    private mutating func add(_ module: ModuleEvaluator, startedBy call: String?) {
        let path = module.pathWithoutKeys
        var all: [String] = []
        for entry in written(in: module) {
            let name = path + entry.key
            let own = entry.ownTargets.flatMap { nodes($0, in: module) }
            let others = entry.targets.flatMap { nodes($0, in: module) }.filter { $0 != name }
            add(name, needing: own + others + (call.map { [$0] } ?? []))
            all.append(name)
        }
        for section in [ModuleConfiguration.Section.resource, .data] {
            for (name, block) in module.configuration.blocks(section) {
                let address = section == .data ? "data.\(name)" : name
                blocks[path + address] = Block(module: module, block: block, address: address)
            }
        }
        addVariables(of: module, startedBy: call, &all)
        for (name, block) in module.configuration.blocks(.module) {
            all.append("\(path)module.\(name)\(Self.end)")
            guard case .read(_, let modules) = module.use(of: name, block), let inner = modules.first?.module else { continue }
            let start = "\(path)module.\(name)\(Self.beginning)"
            var references = WrittenReferences()
            for argument in ["count", "for_each"] { block.entry(argument).map { references.add($0.value) } }
            block.entry("depends_on").map { references.addNames($0.value) }
            add(start, needing: references.targets.flatMap { nodes($0, in: module) } + (call.map { [$0] } ?? []))
            add(inner, startedBy: start)
        }
        if call != nil { add(path.dropLast() + Self.end, needing: all) }
    }

    /// A variable needs what the caller gives for it.
    private mutating func addVariables(of module: ModuleEvaluator, startedBy start: String?, _ all: inout [String]) {
        for name in module.configuration.names(.variable) {
            var references = WrittenReferences()
            if let entry = module.call?.block.entry(name) { references.add(entry.value) }
            let parent = module.call?.parent
            let given = parent.map { parent in references.targets.flatMap { nodes($0, in: parent) } } ?? []
            let node = "\(module.pathWithoutKeys)var.\(name)"
            add(node, needing: given + (start.map { [$0] } ?? []))
            all.append(node)
        }
    }

    /// The nodes that a reference in a module means.
    private func nodes(_ target: WrittenReferences.Target, in module: ModuleEvaluator) -> [String] {
        let path = module.pathWithoutKeys
        switch target {
        case .resource(let section, let name): return [path + (section == .data ? "data.\(name)" : name)]
        case .local(let name): return ["\(path)local.\(name)"]
        case .variable(let name): return ["\(path)var.\(name)"]
        case .module(let call): return ["\(path)module.\(call)\(Self.end)"]
        case .output(let call, let name):
            if let name { return ["\(path)module.\(call).output.\(name)"] }
            guard let block = module.configuration.block(.module, call),
                case .read(_, let modules) = module.use(of: call, block), let inner = modules.first?.module
            else { return [] }
            return inner.configuration.names(.output).map { "\(path)module.\(call).output.\($0)" }
        }
    }

    // MARK: - Texts

    /// What the text of a module refers to; the text is read once for all its uses.
    private mutating func written(in module: ModuleEvaluator) -> [Written] {
        let configuration = module.configuration
        let key = configuration.documents.first?.path ?? ""
        if let known = written[key] { return known }
        var result: [Written] = []
        for section in [ModuleConfiguration.Section.resource, .data] {
            for (name, block) in configuration.blocks(section) {
                result.append(Self.written(block, as: section == .data ? "data.\(name)" : name))
            }
        }
        for (name, entry) in configuration.locals.sorted(by: { $0.key < $1.key }) {
            var references = WrittenReferences()
            references.add(entry.value)
            result.append(Written(key: "local.\(name)", targets: references.targets, ownTargets: []))
        }
        for (name, block) in configuration.blocks(.output) {
            var references = WrittenReferences()
            for entry in block.entries where entry.key.text != "depends_on" { references.add(entry.value) }
            block.entry("depends_on").map { references.addNames($0.value) }
            result.append(Written(key: "output.\(name)", targets: references.targets, ownTargets: []))
        }
        written[key] = result
        return result
    }

    /// Blocks that may name their own resource, or that only say how Terraform works.
    private static let outerArguments: Set<String> = ["count", "for_each", "provisioner", "connection"]

    private static func written(_ block: ConfigurationBlock, as key: String) -> Written {
        var body = WrittenReferences()
        var around = WrittenReferences()
        for entry in block.entries where !entry.isComment {
            switch entry.key.text {
            case "provider": break
            case "depends_on": around.addNames(entry.value)
            case "lifecycle":
                for setting in entry.value.bodies.flatMap(\.entries) {
                    switch setting.key.text {
                    case "precondition", "postcondition", "enabled": around.add(setting.value)
                    case "replace_triggered_by": around.addNames(setting.value)
                    default: break
                    }
                }
            case let name where outerArguments.contains(name): around.add(entry.value)
            default: body.add(entry.value)
            }
        }
        return Written(key: key, targets: around.targets, ownTargets: body.targets)
    }
}

extension ModuleEvaluator {
    /// What names of its nodes begin with: `module.a.module.b.`, without the keys of copies.
    var pathWithoutKeys: String { call.map { $0.parent.pathWithoutKeys + "module.\($0.name)." } ?? "" }
}
