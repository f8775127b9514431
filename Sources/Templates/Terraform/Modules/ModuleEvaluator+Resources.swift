import Evaluation
import YAMLBridge

extension ModuleEvaluator {
    /// Arguments that say how Terraform works and not what it makes
    /// (https://developer.hashicorp.com/terraform/language/resources/syntax, "Meta-arguments").
    private static let metaArguments: Set<String> = [
        "count", "for_each", "provider", "depends_on", "lifecycle", "provisioner", "connection",
    ]

    /// Every copy of every resource and data source of the module, without those of the modules that it calls.
    func resources() -> [Resource] {
        [ModuleConfiguration.Section.resource, .data].flatMap { section in
            configuration.blocks(section).flatMap { name, block -> [Resource] in
                let address = section == .data ? "data.\(name)" : name
                return copies(of: block, address).all.filter { $0.existence != .never }.map { copy in
                    let target = ModuleRun.Target(
                        module: self, block: block, section: section, name: name, repetition: copy.repetition)
                    return resource(target, existence.and(copy.existence))
                }
            }
        }
    }

    /// The resources that defaults of variables leave out, each as one copy that is never there, so that a finding about
    /// something missing can name them.
    ///
    /// To be asked for last and quietly: Terraform does not read what has no copies, and what that asks for may not be there.
    func resourcesOffByDefault() -> [Resource] {
        configuration.blocks(.resource).compactMap { name, block in
            guard let defaults = offBy.isEmpty ? switchedOff[name] : offBy,
                let repetition = offCopy(of: block, name)
            else { return nil }
            let target = ModuleRun.Target(
                module: self, block: block, section: .resource, name: name, repetition: repetition)
            return resource(target, .never, offBy: defaults)
        }
    }

    /// The copy that stands for those of a block that a default leaves out; `nil` for others.
    func offCopy(of block: ConfigurationBlock, _ name: String) -> Repetition? {
        guard !offBy.isEmpty || switchedOff[name] != nil else { return nil }
        if block.entry("for_each") != nil { return .undecided(isCount: false) }
        return block.entry("count") == nil ? .single : .count(index: 0)
    }

    private func resource(
        _ target: ModuleRun.Target, _ existence: Condition, offBy defaults: [OriginStep] = []
    ) -> Resource {
        let id = run.identifier(of: target)
        let type = String(target.name.prefix { $0 != "." })
        let written = body(of: target, at: target.block.origin(resource: id.logicalID))
        let body = bringing.map { written.placedThroughout(at: $0.origin(resource: id.logicalID)) } ?? written
        return Resource(
            id: id, name: id.logicalID, type: target.section == .data ? "data.\(type)" : type, existence: existence,
            body: body, waitsFor: dependencies(of: target.block), existenceSteps: defaults,
            region: target.section == .data ? nil : region(of: target.block, body: body))
    }

    /// What `depends_on` of a block names, and that of the calls that the module is made by.
    private func dependencies(of block: ConfigurationBlock) -> [String] {
        var names = namedDependencies(of: block)
        var module = self
        while let call = module.call {
            names += call.parent.namedDependencies(of: call.block)
            module = call.parent
        }
        return names.sorted()
    }

    private func namedDependencies(of block: ConfigurationBlock) -> [String] {
        guard let entry = block.entry("depends_on") else { return [] }
        var references = WrittenReferences()
        references.addNames(entry.value)
        return references.targets.compactMap { target in
            switch target {
            case .resource(.resource, let name): pathWithoutKeys + name
            case .module(let call), .output(let call, _): "\(pathWithoutKeys)module.\(call)."
            case .resource, .local, .variable: nil
            }
        }
    }

    /// The arguments and blocks of a copy, and its `lifecycle` as it is written.
    func body(of target: ModuleRun.Target, at origin: Origin) -> Value {
        let address = target.section == .data ? "data.\(target.name)" : target.name
        let reader = BodyReader(scope: scope(address, target.repetition), splicesLists: target.takesFlatLists)
        let body = reader.body(target.block.entries, at: origin, leavingOut: Self.metaArguments)
        guard let lifecycle = target.block.entry("lifecycle"), case .map(let members, _) = body.content else { return body }
        let place = origin.child(.key("lifecycle"), node: lifecycle.value, key: lifecycle.key)
        let arguments = target.block.bodies("lifecycle").flatMap { block -> [Value.Member] in
            if case .map(let members, _) = Self.plain(block, at: place).content { members } else { [] }
        }
        let settings = Value.Member(key: "lifecycle", value: Value(.map(arguments), origin: place))
        return Value(.map(members + [settings]), origin: origin)
    }

    /// Words as they are written, and the names of `ignore_changes`.
    private static func plain(_ node: Node, at origin: Origin) -> Value {
        .tree(node, at: origin) { entry, place in
            entry.key.text == "ignore_changes" ? IgnoredChanges.value(entry.value, at: place) : nil
        } scalar: { node, place in
            Value(.scalar(.init(node.text, isQuoted: node.style != .plain)), origin: place)
        }
    }
}
