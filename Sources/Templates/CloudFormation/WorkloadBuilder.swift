import Evaluation
import Text
import YAMLBridge

/// Evaluates the templates of a run together, so that nested stacks and imports find each other.
final class WorkloadBuilder {
    let documents: [Document]
    let options: LoadOptions
    private let nested: (_ reference: String, _ parent: Document) -> Document?
    private var evaluators: [StackEvaluator] = []
    /// How many of the stacks other stacks make.
    private(set) var nestedStackCount = 0
    private var templates: [String: CloudFormationTemplate] = [:]
    /// What the run has done, and the bounds that it met.
    private(set) var work: EvaluationWork
    /// The input's templates by their paths, and by the last part of these.
    private let places: DocumentPlaces
    /// What is known of parameters without value, by the identity of that unknown value.
    var parameterFacts: [String: ParameterFacts] = [:]
    private var exports: ExportTable?

    init(
        documents: [Document], options: LoadOptions, nested: @escaping (String, Document) -> Document?
    ) {
        self.documents = documents
        self.options = options
        self.nested = nested
        places = DocumentPlaces(documents)
        work = EvaluationWork(limits: options.limits)
    }

    func build() -> Workload {
        var unrecognised: [String] = []
        let roots = documents.filter { document in
            guard template(of: document) == nil else { return true }
            unrecognised.append(document.path)
            return false
        }
        let used = usedAsNested(roots)
        reset()
        for document in roots where !used.contains(document.path) {
            guard hasRoomForStack else {
                reportDropped(document)
                continue
            }
            _ = addStack(document, name: "", parent: nil, argument: rootArguments(document))
        }
        var resources: [[Resource]] = []
        // Reading a stack's resources adds the stacks nested in it behind it.
        while resources.count < evaluators.count {
            resources.append(evaluatedResources(evaluators[resources.count]))
        }
        let stacks = zip(evaluators, resources).map { evaluator, resources in
            stack(evaluator, resources, evaluator.index == 0 ? work.exceeded : [])
        }
        return Workload(stacks: stacks, unrecognised: unrecognised)
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
        for document in roots where mayUseTemplates(document) {
            reset()
            guard let evaluator = addStack(document, name: "", parent: nil, argument: rootArguments(document)) else { continue }
            let nestedStacks = evaluator.nestedStacks
            for entry in nestedStacks.entries {
                let children = nestedStacks.documents(of: entry, origin: nestedStacks.resourceOrigin(entry))
                used.formUnion(children.map(\.path).filter { $0 != document.path })
            }
        }
        if let first = roots.first, roots.allSatisfy({ used.contains($0.path) }) { used.remove(first.path) }
        return used
    }

    /// Whether a template's text holds anything that may be a nested stack, so that most templates are evaluated once and
    /// not for this question as well.
    private func mayUseTemplates(_ document: Document) -> Bool {
        guard let template = template(of: document), let resources = template.root["Resources"] else { return true }
        return resources.entries.contains { entry in
            guard entry.value.kind == .mapping, let type = entry.value["Type"], type.kind == .scalar else { return true }
            return type.text == "AWS::CloudFormation::Stack" || type.text == ServerlessTransform.application
                || type.text.utf8.contains(UInt8(ascii: "$"))
        } || !template.includes.isEmpty
    }

    private func reset() {
        evaluators = []
        nestedStackCount = 0
        work = EvaluationWork(limits: options.limits)
        parameterFacts = [:]
        exports = nil
    }

    // MARK: - Stacks

    var hasRoomForStack: Bool { evaluators.count < options.limits.stacks }

    /// Says that a root template is left out because the run has too many.
    private func reportDropped(_ document: Document) {
        guard let root = document.root else { return }
        let origin = Origin(node: root, key: nil, parent: nil, component: nil, resource: nil)
        work.report(.stacks, at: origin, leavingOut: document.path)
    }

    /// Adds the use of a template; `nil` when the document is no template or the run has too many stacks.
    func addStack(
        _ document: Document, name: String, parent: StackEvaluator?, existence: Condition = .always,
        argument: @escaping (String) -> PassedArgument?
    ) -> StackEvaluator? {
        guard hasRoomForStack, let template = template(of: document) else { return nil }
        let index = evaluators.count
        let evaluator = StackEvaluator(
            template: template, index: index, name: name, root: parent?.root ?? index,
            ancestors: (parent?.ancestors ?? []) + [document.path], existence: existence, builder: self,
            argument: argument)
        evaluators.append(evaluator)
        if parent != nil { nestedStackCount += 1 }
        return evaluator
    }

    private func rootArguments(_ document: Document) -> (String) -> PassedArgument? {
        let own = options.parametersByPath[document.path] ?? [:]
        let shared = options.parameters
        return { name in
            guard let given = own[name] ?? shared[name], let root = document.root else { return nil }
            let origin = Origin(node: root, key: nil, parent: nil, component: nil, resource: nil)
            let step = OriginStep(kind: .parameter(name: name), label: "\(name) from \(given.source)", origin: nil)
            return PassedArgument(value: Value(.scalar(.init(given.text)), origin: origin), step: step)
        }
    }

    /// Reads everything of a stack, so that the stacks nested in it and every problem come to light.
    private func evaluatedResources(_ evaluator: StackEvaluator) -> [Resource] {
        let resources = evaluator.resources.all()
        for entry in evaluator.nestedStacks.entries {
            _ = evaluator.nestedStacks.children(entry.name)
            evaluator.passedParameters.check(entry)
        }
        for name in evaluator.sections.parameters.keys.sorted() { _ = evaluator.parameters.value(of: name) }
        evaluator.conditions.readAll()
        for entry in evaluator.sections.outputs { evaluator.outputs.read(entry) }
        ResourceCircles(stack: evaluator).report(among: resources)
        DuplicateKeys(stack: evaluator).report()
        StackOpenings(stack: evaluator).reportModules()
        return resources
    }

    private func stack(_ evaluator: StackEvaluator, _ resources: [Resource], _ limits: [ExceededLimit]) -> Stack {
        let template = evaluator.template
        let outputs = evaluator.sections.outputs
        let exported = outputs.filter { $0.value["Export"] != nil }
        let given = evaluator.name.isEmpty ? outputs.filter { $0.value["Export"] == nil } : []
        return Stack(
            kind: .cloudFormation, document: template.document, name: evaluator.name, root: evaluator.root,
            resources: resources, resourceCount: template.root["Resources"]?.count ?? 0,
            parameterNames: evaluator.sections.parameters.keys.sorted(),
            // A macro that rewrites the template may add parameters.
            declaresAllParameters: template.unreadMacros.isEmpty,
            open: StackOpenings(stack: evaluator).openings(among: resources),
            problems: evaluator.log.problems,
            exceededLimits: limits,
            exports: exported.compactMap { evaluator.outputs.value(of: $0.name) },
            outputs: given.compactMap { evaluator.outputs.value(of: $0.name) },
            premises: evaluator.name.isEmpty ? RuleAssertions(stack: evaluator).premises() : [])
    }

    // MARK: - Nested templates and exports

    /// The document that a nested stack means: of the input the one of that name nearest to the template that uses it, else
    /// what the caller finds.
    func document(for reference: String, usedBy parent: Document) -> Document? {
        let exact = Self.path(of: reference, besides: parent.path)
        if exact != parent.path, let document = places.document(at: exact) { return document }
        let name = PathName.lastComponent(of: reference)
        return places.nearest(named: name, to: parent.path) ?? nested(reference, parent)
    }

    /// A relative reference as a path beside the template that uses it: `./a/child.yaml` in `infra/parent.yaml` is
    /// `infra/a/child.yaml`.
    private static func path(of reference: String, besides parent: String) -> String {
        PathName.cleaned(PathName.folder(of: parent) + "/" + reference)
    }

    /// The type of a resource of any stack; `nil` where there is none of the name.
    func resourceType(of id: ResourceID) -> String? {
        evaluators.indices.contains(id.stack) ? evaluators[id.stack].sections.resourceTypes[id.logicalID] : nil
    }

    /// What an import means.
    func export(named name: String) -> ExportTable.Answer {
        if exports == nil {
            // What the names of exports themselves need of other exports is outside while they are read.
            exports = ExportTable()
            exports = ExportTable(reading: readAllStacks())
        }
        return exports?.answer(to: name) ?? .outside
    }

    /// Every stack of the run, nested ones that nobody asked for yet included.
    private func readAllStacks() -> [StackEvaluator] {
        var number = 0
        while number < evaluators.count {
            let evaluator = evaluators[number]
            for entry in evaluator.nestedStacks.entries { _ = evaluator.nestedStacks.children(entry.name) }
            number += 1
        }
        return evaluators
    }
}
