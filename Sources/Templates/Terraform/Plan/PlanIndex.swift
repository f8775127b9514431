import Evaluation

/// The resources and module instances of a plan, by address.
final class PlanIndex {
    let root: PlanModule
    private var modules: [String: PlanModule] = [:]
    /// Instances of a module call, by the address without instance key.
    private var modulesByCall: [String: [PlanModule]] = [:]
    /// Instance keys of a resource, by the address without instance key.
    private var instancesByResource: [String: Instances] = [:]

    /// The instance keys of one resource. Nearly all have one, for which nothing is allocated.
    private struct Instances {
        let first: String
        /// All, in the order of the plan; empty for a resource of one.
        private(set) var keys: [String] = []
        private var known: Set<String> = []

        init(_ first: String) { self.first = first }

        mutating func add(_ key: String) {
            if keys.isEmpty {
                keys = [first]
                known = [first]
            }
            keys.append(key)
            known.insert(key)
        }

        func contains(_ key: String) -> Bool { keys.isEmpty ? key == first : known.contains(key) }
    }

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

    /// Makes room for so many resources.
    func reserve(_ count: Int) { instancesByResource.reserveCapacity(count) }

    func addResource(_ base: String, instance: String) {
        guard instance.isEmpty else {
            if instancesByResource[base]?.add(instance) == nil { instancesByResource[base] = Instances(instance) }
            return
        }
        // One look for what is there once.
        guard var earlier = instancesByResource.updateValue(Instances(instance), forKey: base) else { return }
        earlier.add(instance)
        instancesByResource[base] = earlier
    }

    /// The instance keys of a resource, empty text for the only one of a resource without `count` and `for_each`.
    func instances(of base: String) -> [String] {
        guard let instances = instancesByResource[base] else { return [] }
        return instances.keys.isEmpty ? [instances.first] : instances.keys
    }

    /// Whether a resource has an instance of a key.
    func hasInstance(_ key: String, of base: String) -> Bool { instancesByResource[base]?.contains(key) ?? false }

    /// The instance of a module call with a key.
    func module(_ call: String, withKey key: String, in parent: PlanModule) -> PlanModule? {
        modules(of: call, in: parent).count < 2
            ? modules(of: call, in: parent).first { $0.instance == key }
            : modules[PlanModule.address(of: "module.\(call)", in: parent) + key]
    }
}
