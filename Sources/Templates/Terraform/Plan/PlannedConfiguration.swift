import Evaluation
import YAMLBridge

/// The configuration that a plan was made of, evaluated with the plan's facts: what the files write for each resource.
///
/// Nothing is evaluated before a resource is asked for.
final class PlannedConfiguration {
    private let run: ModuleRun
    private let root: ModuleEvaluator
    private var modules: [String: ModuleEvaluator] = [:]
    /// The instances of blocks by how addresses spell them, by the block's address.
    private var repetitions: [String: [String: Repetition]] = [:]

    /// - Parameters:
    ///   - documents: the files of the root module.
    ///   - facts: what the plan knows.
    ///   - stack: the index of the plan's stack.
    ///   - find: the files of a folder, by its path from the root module's.
    init(
        _ documents: [Document], facts: PlanFacts, options: LoadOptions, stack: Int,
        find: @escaping (_ folder: String) -> [Document]
    ) {
        run = ModuleRun(options: options, firstStack: stack, facts: facts, isIncomplete: { _ in false }, findModule: find)
        root = TerraformConfigurationLoader.rootModule(documents, run)
    }

    /// The evaluator of a module; `nil` where the files do not call it.
    private func evaluator(of module: PlanModule) -> ModuleEvaluator? {
        guard let parent = module.parent else { return root }
        if let known = modules[module.address] { return known }
        guard let outer = evaluator(of: parent), let block = outer.configuration.block(.module, module.call),
            case .read(_, let uses) = outer.use(of: module.call, block)
        else { return nil }
        for use in uses { modules[use.module.address] = use.module }
        return modules[module.address]
    }

    // MARK: - Resources

    /// The body of a resource at the places where the files write it.
    ///
    /// What a copy of another's module makes stands at the call that brings it in: nobody edits the copy.
    func placed(_ body: Value, of entry: TerraformValues.Entry, in module: PlanModule) -> Value {
        let placed = written(entry, in: module).map { written -> Value in
            let placed = SourceAlignment.body(body, with: written)
            guard case .map(let members, _) = placed.content else { return placed }
            // A plan leaves `lifecycle` out. An empty one tells a block without one from a plan without files.
            let lifecycle = written.member("lifecycle")
            let settings = lifecycle.isAbsent ? Value(.map([]), origin: placed.origin) : lifecycle
            return Value(
                .map(members + [.init(key: "lifecycle", value: settings)]), origin: placed.origin, steps: placed.steps)
        }
        guard let call = callFromElsewhere(bringing: module) else { return placed ?? body }
        return (placed ?? body).placedThroughout(at: call.origin(resource: entry.address))
    }

    /// What the files write for a resource; `nil` where they do not have it.
    private func written(_ entry: TerraformValues.Entry, in module: PlanModule) -> Value? {
        let section: ModuleConfiguration.Section = entry.isData ? .data : .resource
        let name = entry.isData ? String(entry.name.dropFirst("data.".count)) : entry.name
        guard let evaluator = evaluator(of: module), let block = evaluator.configuration.block(section, name),
            let repetition = repetition(of: entry, block, evaluator)
        else { return nil }
        let target = ModuleRun.Target(
            module: evaluator, block: block, section: section, name: name, repetition: repetition)
        return evaluator.body(of: target, at: block.origin(resource: entry.address))
    }

    private func repetition(
        of entry: TerraformValues.Entry, _ block: ConfigurationBlock, _ evaluator: ModuleEvaluator
    ) -> Repetition? {
        if let known = repetitions[entry.base] { return known[entry.instance] }
        let copies = evaluator.copies(of: block, entry.name).all
        let known = Dictionary(
            copies.map { ($0.repetition.suffix, $0.repetition) }, uniquingKeysWith: { first, _ in first })
        repetitions[entry.base] = known
        return known[entry.instance]
    }

    /// The call in the author's own files that brings a module in whose files are none of them.
    private func callFromElsewhere(bringing module: PlanModule) -> ConfigurationBlock? {
        var current: PlanModule? = module
        while let inner = current {
            if let evaluator = evaluator(of: inner) { return evaluator.bringing }
            current = inner.parent
        }
        return nil
    }
}
