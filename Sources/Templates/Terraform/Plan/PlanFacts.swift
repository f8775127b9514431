import Evaluation
import YAMLBridge

/// What a plan in JSON knows of the configuration that it was made of.
final class PlanFacts: PlannedFacts {
    private let index: PlanIndex
    private let context: PlanContext
    /// The plan's `variables`: values of the root module's inputs.
    private let variables: Node?
    private let installed: InstalledModules
    private let read: (_ path: String) -> String?
    /// The body of a resource, of a data source at its place in the configuration.
    var body: (_ address: String) -> Value? = { _ in nil }

    /// - Parameter file: the text of a file, by its path from the root module's folder.
    init(index: PlanIndex, context: PlanContext, variables: Node?, file: @escaping (_ path: String) -> String?) {
        self.index = index
        self.context = context
        self.variables = variables
        read = file
        installed = InstalledModules(file(InstalledModules.path))
    }

    func file(_ path: String) -> String? { read(path) }

    // MARK: - Inputs

    func variable(_ name: String) -> (value: Node, isSensitive: Bool)? {
        let declaration = index.root.configuration?.node["variables"]?[name]
        guard let value = variables?[name]?["value"] ?? declaration?["default"] else { return nil }
        return (value, declaration?["sensitive"]?.isTrue == true)
    }

    // MARK: - Modules

    func instances(ofModule call: String, in parent: String) -> [String] {
        index.modules(of: call, in: index.module(at: parent)).map(\.instance)
    }

    func folder(ofModule call: String, in parent: String) -> String? {
        installed.folder(of: PlanModule(call: call, instance: "", in: index.module(at: parent)))
    }

    func outputs(ofModule address: String) -> [String] { index.module(at: address).configuration?.outputs ?? [] }

    func output(_ name: String, ofModule address: String, at origin: Origin) -> Value? {
        let module = index.module(at: address)
        let declaration = module.configuration?.node["outputs"]?[name]
        if declaration?["sensitive"]?.isTrue == true { return SensitiveValue.hidden(at: origin) }
        return module.configuration?.output(name).map { value(of: $0, PlanPlace(module: module), at: origin) }
    }

    /// What an expression stands for by the plan alone.
    private func value(of expression: PlanExpression, _ place: PlanPlace, at origin: Origin) -> Value {
        if let constant = expression.constant {
            return StateValueReader(sensitive: .marks(nil), isResource: false).literal(constant, at: origin)
        }
        let answer = context.references.answer(to: expression, at: place)
        if answer.isWhole, let target = answer.targets.first { return context.value(of: target, at: origin) }
        let unknown = Value.unknown(Reason("it is known after apply only"), mayBeAbsent: true, origin: origin)
        return Value(unknown.content, origin: origin, mentions: answer.targets.map { context.reference(to: $0) })
    }

    // MARK: - Resources

    func instances(ofResource address: String) -> [String] { index.instances(of: address) }

    func reference(to address: String) -> Reference { context.reference(to: PlanTarget(address: address, attribute: "")) }

    func attribute(_ name: String, of address: String, at origin: Origin) -> Value {
        let value = body(address)?.member(name)
        switch value?.content {
        case .scalar, .list, .map: return value?.placed(at: origin) ?? Value(.absent, origin: origin)
        case .unknown where value.map(SensitiveValue.isHidden) == true: return value ?? Value(.absent, origin: origin)
        default: return context.value(of: PlanTarget(address: address, attribute: name), at: origin)
        }
    }
}
