import Evaluation
import YAMLBridge

/// What names in a configuration stand for when its plan is at hand: resources as planned, inputs and local values as
/// the configuration writes them.
struct PlanScope: ExpressionScope {
    let values: PlanSourceValues
    let module: PlanModule
    /// The instance of the block that holds the expression: `[0]`, `["a"]`, or empty.
    var instance = ""
    /// The block whose `for_each` gives `each.value`.
    var block: SourceBlock?

    var work: EvaluationWork { values.work }
    var identity: String { module.address + instance }

    /// Terraform has read the configuration already: what is wrong with it is known to its author.
    func report(_ problem: TemplateProblem) {}

    func value(
        of name: String, _ steps: [TraversalStep], at origin: Origin
    ) throws(ExpressionFailure) -> (value: Value, taken: Int) {
        let first = steps.first?.name ?? ""
        switch name {
        case "var": return (values.input(first, of: module, at: origin), 1)
        case "local": return (values.local(first, of: module, at: origin), 1)
        case "module": return output(first, steps.dropFirst(), at: origin)
        case "each": return (first == "key" ? key(at: origin) : element(at: origin), 1)
        case "count": return (key(at: origin), 1)
        case "path" where first == "root": return (.text(".", origin: origin), 1)
        case "path" where first == "module" && values.folder(of: module) != nil:
            let folder = ConfigurationRoots.joined("", values.folder(of: module) ?? "")
            return (.text(folder.isEmpty ? "." : folder, origin: origin), 1)
        case "path", "terraform", "self":
            return (.unknown(Reason("a plan does not tell what \(name).\(first) is"), origin: origin), min(1, steps.count))
        case "data":
            let second = steps.dropFirst().first?.name ?? ""
            return (values.resource("data.\(first).\(second)", in: module, at: origin), min(2, steps.count))
        default: return (values.resource("\(name).\(first)", in: module, at: origin), min(1, steps.count))
        }
    }

    func file(_ path: String) -> String? { values.file(path) }

    func attribute(_ name: String, of resource: ResourceID, at origin: Origin) -> Value {
        values.attribute(name, of: resource, at: origin)
    }

    private func output(
        _ call: String, _ steps: ArraySlice<TraversalStep>, at origin: Origin
    ) -> (value: Value, taken: Int) {
        var rest = steps
        var key: String?
        if case .index(let index)? = rest.first, let text = index.knownText {
            key = index.isNumber ? "[\(text)]" : TerraformValues.instance(text)
            rest = rest.dropFirst()
        }
        let modules = values.modules(of: call, in: module).filter { key == nil || $0.instance == key }
        guard let name = rest.first?.name, key != nil || modules.allSatisfy(\.instance.isEmpty) else {
            return (whole(modules, at: origin), key == nil ? 1 : steps.count + 1)
        }
        let taken = steps.count - rest.count + 2
        guard modules.count == 1, let only = modules.first else {
            return (.unknown(Reason("which instance of module.\(call) is meant is not known"), origin: origin), taken)
        }
        return (values.output(name, of: only, at: origin), taken)
    }

    /// A module's outputs, or those of each instance by its key.
    private func whole(_ modules: [PlanModule], at origin: Origin) -> Value {
        if modules.count == 1, modules[0].instance.isEmpty { return values.outputs(of: modules[0], at: origin) }
        let keyed = modules.compactMap { module in TerraformValues.key(ofInstance: module.instance).map { (module, $0) } }
        guard !keyed.isEmpty, keyed.count == modules.count else {
            return .unknown(Reason("the module as a whole is not known"), mayBeAbsent: true, origin: origin)
        }
        guard keyed.contains(where: \.1.isNumber) else {
            let members = keyed.map { Value.Member(key: $0.1.text, value: values.outputs(of: $0.0, at: origin)) }
            return Value(.map(members), origin: origin)
        }
        let sorted = keyed.sorted { (Int($0.1.text) ?? 0) < (Int($1.1.text) ?? 0) }
        return Value(.list(sorted.map { values.outputs(of: $0.0, at: origin) }, open: []), origin: origin)
    }

    // MARK: - Instances

    private func key(at origin: Origin) -> Value {
        guard let key = TerraformValues.key(ofInstance: instance) else {
            return .unknown(Reason("the instance is not known"), origin: origin)
        }
        return key.isNumber ? .scalar(key.text, isQuoted: false, at: origin) : .text(key.text, origin: origin)
    }

    private func element(at origin: Origin) -> Value {
        let key = key(at: origin)
        guard let text = key.knownText, let forEach = block?.attribute("for_each") else {
            return .unknown(Reason("each.value is not known"), mayBeAbsent: true, origin: origin)
        }
        let collection = values.value(of: forEach.value, isNative: block?.isNative == true, at: origin, scope: inModule)
        switch collection.content {
        case .map(let members, _):
            return members.last { $0.key == text }?.value ?? .unknown(Reason("each.value is not known"), origin: origin)
        case .list: return key
        default: return .unknown(madeOf: [collection], Reason("each.value is not known"), mayBeAbsent: true, origin: origin)
        }
    }

    /// The same module without an instance: `for_each` itself has no `each`.
    private var inModule: PlanScope { PlanScope(values: values, module: module) }
}

extension Value {
    fileprivate static func scalar(_ text: String, isQuoted: Bool, at origin: Origin) -> Value {
        Value(.scalar(.init(text, isQuoted: isQuoted)), origin: origin)
    }
}
