import Evaluation
import Rules
import Templates
import YAMLBridge

/// What the templates of a run do not create with the values that hold, most often defaults: a clean answer about a template
/// that creates nothing says nothing.
struct SwitchedOff {
    /// How many resources of each file are off in every use of it.
    private(set) var counts: [String: Int] = [:]
    /// The same of plans, whose resources these are not among.
    private(set) var plans: [String: PlanSwitches] = [:]
    /// A notice for each root template that creates nothing at all.
    private(set) var diagnostics: [Diagnostic] = []

    init(_ workload: Workload) {
        for (file, stacks) in Dictionary(grouping: workload.stacks, by: \.document.path) {
            if let plan = stacks.first(where: { $0.kind == .terraformPlan }) {
                plans[file] = PlanSwitches(plan)
                continue
            }
            let off = Self.offCount(stacks)
            if off > 0 { counts[file] = off }
        }
        let systems = Dictionary(grouping: workload.stacks.filter(\.name.isEmpty), by: \.root)
        var seen: Set<Int> = []
        for stack in workload.stacks where seen.insert(stack.root).inserted && stack.name.isEmpty {
            if let notice = notice(of: systems[stack.root] ?? []) { diagnostics.append(notice) }
        }
    }

    // MARK: - Counting

    private static func offCount(_ stacks: [Stack]) -> Int {
        guard let first = stacks.first, [.terraformConfiguration, .cloudFormation].contains(first.kind) else { return 0 }
        var made: Set<String> = []
        var known: Set<String> = []
        for resource in stacks.flatMap(\.resources) where !resource.type.hasPrefix("data.") {
            let block = block(of: resource)
            known.insert(block)
            if resource.existence != .never { made.insert(block) }
        }
        switch first.kind {
        // Terraform's copies that are not made are not there at all.
        case .terraformConfiguration: return max(0, first.resourceCount - made.count)
        case .cloudFormation: return known.subtracting(made).count
        default: return 0
        }
    }

    /// The logical id, or the address without the module's and the copy's parts.
    private static func block(of resource: Resource) -> String {
        guard resource.type.hasPrefix("aws_") || resource.id.logicalID.contains(".") else { return resource.id.logicalID }
        let address = resource.id.logicalID
        guard let start = address.ranges(of: "\(resource.type).").last?.lowerBound else { return address }
        return String(address[start...].prefix { $0 != "[" })
    }

    // MARK: - Notices

    private func notice(of system: [Stack]) -> Diagnostic? {
        let planned = system.reduce(0) { $0 + (plans[$1.document.path]?.count ?? 0) }
        let total = system.reduce(planned) { $0 + $1.resourceCount }
        let off = system.reduce(planned) { $0 + (counts[$1.document.path] ?? 0) }
        guard let first = system.first, total > 0, off >= total, system.allSatisfy(\.open.isEmpty) else { return nil }
        let switches = system.flatMap { self.switches(in: $0) }
        let names = Array(Set(switches)).sorted().prefix(8).joined(separator: ", ")
        let cause = names.isEmpty ? "" : " (\(names))"
        return Diagnostic(
            severity: .note, code: "switched-off",
            message: "with these values it creates nothing\(cause)",
            help: Self.help(for: first.kind), file: first.document.path)
    }

    private static func help(for kind: TemplateKind) -> String {
        switch kind {
        case .cloudFormation: "Give the parameters values with --parameters to check what it creates then."
        case .terraformPlan: "Make a plan with other values of the variables to check what it creates then."
        default: "Give the variables values with --parameters to check what it creates then."
        }
    }

    /// What would switch something on: conditions and their parameters, variables in `count` and `for_each`.
    private func switches(in stack: Stack) -> [String] {
        var names: Set<String> = []
        guard let root = stack.document.root else { return [] }
        switch stack.kind {
        case .cloudFormation:
            for resource in root["Resources"]?.entries ?? [] {
                guard let condition = resource.value["Condition"], condition.kind == .scalar else { continue }
                Self.collect(condition.text, of: root, into: &names, depth: 0)
            }
        case .terraformPlan: return (plans[stack.document.path]?.variables ?? []).map { "variable \($0)" }
        default: Self.variables(of: root, into: &names, depth: 0)
        }
        return Array(names)
    }

    private static let deepest = 32

    private static func collect(_ condition: String, of root: Node, into names: inout Set<String>, depth: Int) {
        guard depth < deepest, names.insert("condition \(condition)").inserted,
            let node = root["Conditions"]?[condition]
        else { return }
        parameters(of: node, root, into: &names, depth: depth + 1)
    }

    private static func parameters(of node: Node, _ root: Node, into names: inout Set<String>, depth: Int) {
        guard depth < deepest else { return }
        switch node.kind {
        case .scalar:
            if node.tag == "!Ref", root["Parameters"]?[node.text] != nil { names.insert("parameter \(node.text)") }
            if node.tag == "!Condition" { collect(node.text, of: root, into: &names, depth: depth) }
        case .sequence: for element in node.elements { parameters(of: element, root, into: &names, depth: depth + 1) }
        case .mapping:
            for entry in node.entries {
                let name = entry.value.kind == .scalar ? entry.value.text : ""
                if entry.key.text == "Ref", root["Parameters"]?[name] != nil { names.insert("parameter \(name)") }
                if entry.key.text == "Condition", !name.isEmpty { collect(name, of: root, into: &names, depth: depth) }
                parameters(of: entry.value, root, into: &names, depth: depth + 1)
            }
        }
    }

    private static func variables(of node: Node, into names: inout Set<String>, depth: Int) {
        guard depth < deepest else { return }
        for element in node.kind == .sequence ? node.elements : [] { variables(of: element, into: &names, depth: depth + 1) }
        for entry in node.kind == .mapping ? node.entries : [] {
            guard entry.key.text == "count" || entry.key.text == "for_each", entry.value.kind == .scalar else {
                variables(of: entry.value, into: &names, depth: depth + 1)
                continue
            }
            for match in entry.value.text.ranges(of: "var.") {
                let name = entry.value.text[match.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
                if !name.isEmpty { names.insert("variable \(name)") }
            }
        }
    }
}
