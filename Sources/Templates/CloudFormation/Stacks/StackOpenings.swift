import Evaluation

/// What is not read of a template, and what it is given.
struct StackOpenings: StackPart {
    unowned let stack: StackEvaluator

    /// What may make or change resources without being read.
    ///
    /// - Parameter resources: the stack's own, whose properties are what nested stacks and modules are given.
    func openings(among resources: [Resource]) -> [Opening] {
        guard stack.existence != .never else { return [] }
        let rewriting = macroReasons + sections.openResources + stack.serverless.doubts
        let arguments =
            rewriting.isEmpty || stack.name.isEmpty ? [] : sections.parameters.keys.sorted().compactMap(stack.parameters.value)
        let users = stack.nestedStacks.unfollowed.merging(moduleReasons) { reason, _ in reason }.filter {
            stack.resources.isMade($0.key)
        }
        guard !users.isEmpty else { return rewriting.map { Opening($0, within: ownPrefix, given: arguments) } }
        let bodies = Dictionary(resources.map { ($0.id.logicalID, $0.body) }, uniquingKeysWith: { first, _ in first })
        return rewriting.map { Opening($0, within: ownPrefix, given: arguments) }
            + users.sorted { $0.key < $1.key }.map { name, reason in
                guard let section = sections.modules[name]?.section else { return opening(reason, with: bodies[name]) }
                return Opening(reason, given: [moduleEntry(section)])
            }
    }

    /// What the names of the stack's resources begin with.
    private var ownPrefix: String { stack.name.isEmpty ? "" : "\(stack.name)/" }

    private var macroReasons: [Reason] {
        let own = template.unreadMacros.map { Reason("the transform \($0) adds resources that are not read") }
        guard template.foreign.isServerlessFramework else { return own }
        return own + [Reason("the Serverless Framework adds resources that are not read")]
    }

    private var moduleReasons: [String: Reason] {
        sections.modules.keys.reduce(into: [:]) { reasons, name in
            reasons[name] = Reason("the module \(displayName(name)) holds resources that are not in the input")
        }
    }

    /// An entry of `Modules`, evaluated for what it hands on.
    private func moduleEntry(_ entry: SectionEntry) -> Value {
        scope.within(entry.loops) { evaluate(entry.value, at: origin(of: entry.value, key: entry.key, in: "Modules")) }
    }

    /// Names each module whose resources are not read, and what would read it.
    func reportModules() {
        for (name, usage) in sections.modules.sorted(by: { $0.key < $1.key }) {
            let entry = sections.resource(name)
            guard entry.map({ stack.resources.existence(of: $0) }) ?? stack.existence != .never else { continue }
            let place =
                entry.map { resourceOrigin($0).child(.key("Type"), node: usage.value, key: usage.key) }
                ?? origin(of: usage.value, key: usage.key, in: "Modules")
            report(
                .nestedTemplateNotFound, "the module \(displayName(name)) is not read", help: usage.help, at: place)
        }
    }

    /// A resource that makes others is given its properties, and anything of the stack where they are not known.
    private func opening(_ reason: Reason, with body: Value?) -> Opening {
        guard let properties = body?.member("Properties"), Self.isListed(properties),
            Self.isListed(properties.member("Parameters"))
        else { return Opening(reason, within: ownPrefix, given: body.map { [$0] } ?? []) }
        return Opening(reason, given: [properties])
    }

    /// Whether all members of a map are known by name.
    private static func isListed(_ value: Value) -> Bool {
        switch value.content {
        case .map(_, let open): open.isEmpty
        case .choice(_, let yes, let no): isListed(yes) && isListed(no)
        case .unknown: false
        default: true
        }
    }
}
