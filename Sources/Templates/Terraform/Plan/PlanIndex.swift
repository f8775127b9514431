/// The resources and module instances of a plan, by address.
final class PlanIndex {
    let root: PlanModule
    private var modules: [String: PlanModule] = [:]
    /// Instances of a module call, by the address without instance key.
    private var modulesByCall: [String: [PlanModule]] = [:]
    /// Instance keys of a resource, by the address without instance key.
    private var instancesByResource: [String: [String]] = [:]

    init(root: PlanModule) {
        self.root = root
    }

    /// The module of an address, added on the way when it is new.
    ///
    /// - Parameter address: `module.a[0].module.b`, in full.
    func module(at address: String) -> PlanModule {
        if address.isEmpty { return root }
        if let known = modules[address] { return known }
        var module = root
        var steps = TerraformReference.steps(of: address)[...]
        while steps.popFirst() == "module", let call = steps.popFirst() {
            let instance = steps.first?.hasPrefix("[") == true ? steps.popFirst() ?? "" : ""
            module = self.module(call, instance: instance, in: module)
        }
        modules[address] = module
        return module
    }

    private func module(_ call: String, instance: String, in parent: PlanModule) -> PlanModule {
        let base = PlanModule.address(of: "module.\(call)", in: parent)
        if let known = modules[base + instance] { return known }
        let module = PlanModule(call: call, instance: instance, in: parent)
        modules[base + instance] = module
        modulesByCall[base, default: []].append(module)
        return module
    }

    /// The instances of a module call. One that holds no resource is not in a plan's values, but has outputs as well.
    func modules(of call: String, in parent: PlanModule) -> [PlanModule] {
        if let known = modulesByCall[PlanModule.address(of: "module.\(call)", in: parent)] { return known }
        guard let node = parent.configuration?.call(call), node["count_expression"] == nil,
            node["for_each_expression"] == nil
        else { return [] }
        return [module(call, instance: "", in: parent)]
    }

    func addResource(_ base: String, instance: String) {
        instancesByResource[base, default: []].append(instance)
    }

    /// The instance keys of a resource, empty text for the only one of a resource without `count` and `for_each`.
    func instances(of base: String) -> [String] { instancesByResource[base] ?? [] }
}
