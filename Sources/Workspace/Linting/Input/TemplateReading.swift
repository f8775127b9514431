import Evaluation
import Templates
import Topology
import YAMLBridge

/// The templates of an input, parsed, evaluated and modelled: what linting, pricing and drawing begin with.
struct TemplateReading {
    let classifier: InputClassifier
    let nested: NestedDocuments
    /// Templates that nobody named, which say what named ones are given.
    let parents: ParentTemplates
    private let sources: TerraformSources
    let workload: Workload
    let model: Model
    private let givenParameters: GivenParameters
    private let load: (Assignment) -> Workload

    /// Files are parsed in parallel; the result is the same for any number of threads.
    ///
    /// - Parameter findsParents: whether templates that use named ones are read beside them. A price and a graph are of what was
    ///   named alone.
    init(_ input: ProjectInput, findsParents: Bool = false) {
        var classifier = InputClassifier(skipsUnrecognised: input.skipsUnrecognised)
        let skips = input.skipsUnrecognised
        let readsTerraform = input.readsTerraformLanguage
        let parsed = Parallel.map(input.sources, jobs: input.jobs) {
            ParsedSource($0, mayPassOver: skips || !$0.isNamed, readsTerraformLanguage: readsTerraform)
        }
        for source in readsTerraform ? classifier.withoutLocalStates(parsed) : parsed { classifier.add(source) }
        classifier.demandTemplate(
            terraformSourceCount: input.terraformSourceCount, hasLeftOut: input.hasLeftOut)
        let parents = ParentTemplates(of: findsParents ? classifier.templates : [], in: input)
        var lines = classifier.lines
        for parent in parents.documents { lines.add(parent) }
        let nested = NestedDocuments(find: input.nested, lines: lines)
        let sources = TerraformSources(find: input.terraformSources, named: classifier.templates)
        let unread = Set(
            classifier.others.filter { $0.status == .error }.map { TerraformConfigurationLoader.folder(of: $0.file) })
        var options = input.options
        options.jobs = input.jobs
        options.limits = options.limits.widened(forBytes: classifier.templates.reduce(0) { $0 + $1.bytes.count })
        options.facts = .builtIn
        options.terraformTypes = ModelSchema.builtIn.terraformTypes
        options.terraformWords = ScalarSearch(ModelSchema.terraformWords)
        let templates = classifier.templates + parents.documents
        let load = { (assignment: Assignment) in
            var tried = options
            tried.assignment = assignment
            return Workload.load(
                templates, options: tried,
                nested: { reference, parent in nested.document(for: reference, usedBy: parent) },
                sources: { folder, file in sources.documents(in: folder, of: file) },
                isIncomplete: { unread.contains($0) || sources.unreadFolders.contains($0) })
        }
        self.load = load
        workload = load(Assignment())
        model = ModelBuilder(facts: input.configuration.workers).build(workload)
        self.sources = sources
        self.parents = parents
        givenParameters = GivenParameters(input.options, workload)
        self.classifier = classifier
        self.nested = nested
    }

    /// The templates evaluated again with values for inputs that are open.
    func workload(trying assignment: Assignment) -> Workload { load(assignment) }

    var diagnostics: [Diagnostic] {
        classifier.diagnostics + nested.diagnostics + sources.diagnostics + limits + givenParameters.diagnostics
            + parents.diagnostics
    }

    /// The texts of every file that was read, but for those that hold secrets.
    var lines: SourceLines {
        var lines = nested.lines
        lines.add(sources.lines)
        for stack in workload.stacks where stack.isConfidential { lines.withhold(stack.document.path) }
        return lines
    }

    /// What the templates ask for beyond the bounds of an evaluation: answers about them are not complete.
    private var limits: [Diagnostic] {
        workload.stacks.flatMap(\.exceededLimits).map { limit in
            Diagnostic(
                code: "limit", message: limit.message, help: limit.help, file: limit.origin.document.path,
                span: limit.origin.span)
        }
    }
}
