import Evaluation
import YAMLBridge

/// Reads Terraform configuration: the files of a folder, and of the folders that it calls as modules.
package struct TerraformConfigurationLoader {
    /// The stacks of a root module: one for each file of it and of the modules that it calls, in that order, all with the
    /// first one as root. Each resource belongs to the file that declares it; its address tells the module.
    ///
    /// - Parameters:
    ///   - documents: the files of the root's folder: `.tf.json`, `.tf` as `Document` reads it, and `.tfvars.json`.
    ///   - options: values of variables and the region.
    ///   - firstStack: the index that the first stack will have in its workload.
    ///   - isIncomplete: whether a folder holds files that could not be read, so that names may be declared there.
    ///   - module: finds the files of a module by its folder's path from the root's folder, which may hold `..`, and a file
    ///     of the root; empty when it is not there or lies outside of what the caller allows.
    package static func load(
        _ documents: [Document], options: LoadOptions, firstStack: Int,
        isIncomplete: @escaping (_ folder: String) -> Bool = { _ in false },
        module: @escaping (_ folder: String, _ root: Document) -> [Document]
    ) -> [Stack] {
        guard let first = documents.first else { return [] }
        let run = ModuleRun(
            options: options, firstStack: firstStack, isIncomplete: isIncomplete, findModule: { module($0, first) })
        let root = rootModule(documents, run)
        ConfigurationGraph(root).reportCircles(to: run)
        var modules = [root]
        var resources: [[Resource]] = []
        // Reading a module adds those that it calls behind it.
        while resources.count < modules.count {
            let current = modules[resources.count]
            modules += current.children()
            resources.append(current.resources())
            current.readEverything()
        }
        for module in modules { module.readOpenings() }
        let off = run.quietly { modulesOff(in: modules) }
        resources.append(run.quietly { (modules + off).flatMap { $0.resourcesOffByDefault() } })
        return stacks(of: run, root, modules, off, resources.flatMap { $0 })
    }

    /// The modules that defaults leave out, with those that they call.
    private static func modulesOff(in modules: [ModuleEvaluator]) -> [ModuleEvaluator] {
        var off = modules.flatMap(\.modulesOff)
        var next = 0
        while next < off.count {
            off += off[next].children() + off[next].modulesOff
            next += 1
        }
        return off
    }

    /// The root module of a run, with the files of variables beside it.
    static func rootModule(_ documents: [Document], _ run: ModuleRun) -> ModuleEvaluator {
        ModuleEvaluator(
            run: run, configuration: run.configuration(of: documents), variableFiles: variableFiles(documents))
    }

    /// The folder of a file, as `isIncomplete` is asked for it.
    package static func folder(of path: String) -> String { ModuleEvaluator.folder(of: path) }

    /// Whether the document is a file of variables, which is read with the configuration beside it.
    package static func isVariableFile(_ document: Document) -> Bool { ModuleConfiguration.isVariables(document.path) }

    /// The files of variables that Terraform takes of itself, the weakest first.
    private static func variableFiles(_ documents: [Document]) -> [Document] {
        let names = ["terraform.tfvars", "terraform.tfvars.json"]
        let first = names.flatMap { name in documents.filter { ModuleConfiguration.fileName($0.path) == name } }
        let others = documents.filter { $0.path.hasSuffix(".auto.tfvars.json") || $0.path.hasSuffix(".auto.tfvars") }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        return first + others
    }

    private static func stacks(
        of run: ModuleRun, _ root: ModuleEvaluator, _ modules: [ModuleEvaluator], _ off: [ModuleEvaluator],
        _ resources: [Resource]
    ) -> [Stack] {
        let byStack = Dictionary(grouping: resources) { $0.id.stack }
        let region = root.region
        let problems = Dictionary(grouping: run.problems) { $0.origin.document.path }
        let open = Dictionary(grouping: modules.flatMap(\.openings)) { $0.document.path }
        let counts = resourceCounts(of: modules + off)
        let outputs = root.configuration.names(.output).compactMap(root.output)
        return run.documents.enumerated().map { position, document in
            Stack(
                kind: .terraformConfiguration, document: document, name: "", root: run.firstStack,
                resources: byStack[run.firstStack + position] ?? [], resourceCount: counts[document.path] ?? 0,
                open: open[document.path]?.map(\.opening) ?? [], problems: problems[document.path] ?? [],
                exceededLimits: position == 0 ? run.work.exceeded : [], exports: [],
                outputs: position == 0 ? outputs : [], region: region, premises: position == 0 ? run.premises : [])
        }
    }

    /// How many `resource` blocks each file holds; those of a copy of somebody else's module count for the file that brings
    /// it in, once for each call.
    private static func resourceCounts(of modules: [ModuleEvaluator]) -> [String: Int] {
        var counts: [String: Int] = [:]
        var brought: Set<String> = []
        for module in modules {
            let own = module.configuration.resourceCounts
            guard let bringing = module.bringing else {
                for (path, count) in own where counts[path] == nil { counts[path] = count }
                continue
            }
            // Copies of one call have the names of its calls in common.
            guard brought.insert(module.callNames.joined(separator: ".")).inserted else { continue }
            counts[bringing.document.path, default: 0] += own.values.reduce(0, +)
        }
        return counts
    }
}

extension ModuleEvaluator {
    /// Reads what no resource has asked for, so that its problems come to light.
    func readEverything() {
        readPremises()
        for name in configuration.locals.keys.sorted() {
            guard let entry = configuration.locals[name] else { continue }
            _ = localReference(
                name, at: Origin(node: entry.value, key: entry.key, parent: nil, component: nil, resource: nil))
        }
        for name in configuration.names(.output) { _ = output(name) }
    }
}
