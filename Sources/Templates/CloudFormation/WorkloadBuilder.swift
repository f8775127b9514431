import YAMLBridge

/// Evaluates the templates of a run together, so that nested stacks and imports find each other.
final class WorkloadBuilder {
    /// Most stacks of a run, nested uses included.
    private static let mostStacks = 2_000
    /// Most nodes and variables that a run evaluates.
    private static let mostSteps = 20_000_000

    let documents: [Document]
    let options: LoadOptions
    private let nested: (_ reference: String, _ parent: Document) -> Document?
    private var evaluators: [StackEvaluator] = []
    private var templates: [String: CloudFormationTemplate] = [:]
    private var steps = 0
    private var exports: [String: Value]?

    init(
        documents: [Document], options: LoadOptions, nested: @escaping (String, Document) -> Document?
    ) {
        self.documents = documents
        self.options = options
        self.nested = nested
    }

    /// Counts a step of work; false when the run has done enough.
    func spendStep() -> Bool {
        steps += 1
        return steps <= Self.mostSteps
    }

    func build() -> Workload {
        var unrecognised: [String] = []
        let roots = documents.filter { document in
            guard template(of: document) == nil else { return true }
            unrecognised.append(document.path)
            return false
        }
        let used = usedAsNested(roots)
        evaluators = []
        steps = 0
        for document in roots where !used.contains(document.path) {
            _ = addStack(document, name: "", parent: nil, argument: rootArguments(document))
        }
        var resources: [[Resource]] = []
        // Reading a stack's resources adds the stacks nested in it behind it.
        while resources.count < evaluators.count {
            resources.append(evaluatedResources(evaluators[resources.count]))
        }
        return Workload(stacks: zip(evaluators, resources).map(stack), unrecognised: unrecognised)
    }

    private func template(of document: Document) -> CloudFormationTemplate? {
        if let known = templates[document.path] { return known }
        let template = CloudFormationTemplate(document)
        templates[document.path] = template
        return template
    }

    /// Paths of the templates that another template of the input uses; empty circles keep their first member as root.
    private func usedAsNested(_ roots: [Document]) -> Set<String> {
        var used: Set<String> = []
        for document in roots {
            guard let evaluator = addStack(document, name: "", parent: nil, argument: rootArguments(document)) else { continue }
            for entry in evaluator.nestedStackEntries {
                guard let child = evaluator.nestedDocument(entry, origin: evaluator.resourceOrigin(entry)),
                    child.path != document.path
                else { continue }
                used.insert(child.path)
            }
        }
        if let first = roots.first, roots.allSatisfy({ used.contains($0.path) }) { used.remove(first.path) }
        return used
    }

    // MARK: - Stacks

    /// Adds the use of a template; `nil` when the document is no template or the run has too many stacks.
    func addStack(
        _ document: Document, name: String, parent: StackEvaluator?,
        argument: @escaping (String) -> StackEvaluator.Argument?
    ) -> StackEvaluator? {
        guard evaluators.count < Self.mostStacks, let template = template(of: document) else { return nil }
        let index = evaluators.count
        let evaluator = StackEvaluator(
            template: template, index: index, name: name, root: parent?.root ?? index,
            ancestors: (parent?.ancestors ?? []) + [document.path], builder: self, argument: argument)
        evaluators.append(evaluator)
        return evaluator
    }

    private func rootArguments(_ document: Document) -> (String) -> StackEvaluator.Argument? {
        let own = options.parametersByPath[document.path] ?? [:]
        let shared = options.parameters
        return { name in
            guard let given = own[name] ?? shared[name], let root = document.root else { return nil }
            let origin = Origin(node: root, key: nil, parent: nil, component: nil, resource: nil)
            let step = OriginStep(kind: .parameter(name: name), label: "\(name) from \(given.source)", origin: nil)
            return StackEvaluator.Argument(value: Value(.scalar(.init(given.text)), origin: origin), step: step)
        }
    }

    /// Reads everything of a stack, so that the stacks nested in it and every problem come to light.
    private func evaluatedResources(_ evaluator: StackEvaluator) -> [Resource] {
        let resources = evaluator.resources()
        for entry in evaluator.nestedStackEntries { _ = evaluator.child(entry.key.text) }
        for entry in evaluator.template.outputs { _ = evaluator.output(entry.key.text) }
        evaluator.reportDuplicateKeys()
        return resources
    }

    private func stack(_ evaluator: StackEvaluator, _ resources: [Resource]) -> Stack {
        let template = evaluator.template
        let exported = template.outputs.filter { $0.value["Export"] != nil }
        let given = evaluator.name.isEmpty ? template.outputs.filter { $0.value["Export"] == nil } : []
        return Stack(
            kind: .cloudFormation, document: template.document, name: evaluator.name, root: evaluator.root,
            resources: resources, resourceCount: template.document.root?["Resources"]?.count ?? 0,
            open: evaluator.openReasons(), problems: evaluator.problems,
            exports: exported.compactMap { evaluator.output($0.key.text) },
            outputs: given.compactMap { evaluator.output($0.key.text) })
    }

    // MARK: - Nested templates and exports

    /// The document that a nested stack means: of the input the one of that name nearest to the template that uses it, else
    /// what the caller finds.
    func document(for reference: String, usedBy parent: Document) -> Document? {
        let exact = Self.path(of: reference, besides: parent.path)
        if let document = documents.first(where: { $0.path == exact && $0.path != parent.path }) { return document }
        let name = reference.split(separator: "/").last.map(String.init) ?? reference
        let candidates = documents.filter { $0.path != parent.path && Self.lastPart($0.path) == name }
        let ranked = candidates.map { ($0, Self.sharedFolders($0.path, parent.path)) }
        if let best = ranked.map(\.1).max() {
            let nearest = ranked.filter { $0.1 == best }
            if nearest.count == 1 { return nearest[0].0 }
        }
        return nested(reference, parent)
    }

    /// A relative reference as a path beside the template that uses it: `./a/child.yaml` in `infra/parent.yaml` is
    /// `infra/a/child.yaml`.
    private static func path(of reference: String, besides parent: String) -> String {
        var parts = parent.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
        for part in reference.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    private static func lastPart(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    private static func sharedFolders(_ left: String, _ right: String) -> Int {
        zip(left.split(separator: "/").dropLast(), right.split(separator: "/").dropLast()).prefix { $0 == $1 }.count
    }

    /// The value that a stack of the input exports under a name; `nil` when none does.
    func exportedValue(named name: String) -> Value? {
        if exports == nil {
            // An export whose name needs an import finds nothing while the exports are read.
            exports = [:]
            exports = readExports()
        }
        return exports?[name]
    }

    private func readExports() -> [String: Value] {
        var found: [String: Value] = [:]
        for evaluator in evaluators {
            for entry in evaluator.template.outputs {
                guard let export = entry.value["Export"]?.entry("Name") else { continue }
                let origin = evaluator.origin(of: entry, in: "Outputs")
                guard let name = evaluator.evaluate(export.value, at: origin).knownText,
                    let value = evaluator.output(entry.key.text)
                else { continue }
                found[name] = value
            }
        }
        return found
    }
}
