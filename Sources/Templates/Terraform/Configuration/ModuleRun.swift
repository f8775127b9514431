import Evaluation
import YAMLBridge

/// The evaluation of one root module and of the modules that it calls.
final class ModuleRun {
    /// Where a resource's address leads.
    struct Target {
        let module: ModuleEvaluator
        let block: ConfigurationBlock
        let section: ModuleConfiguration.Section
        /// `TYPE.NAME`, for data sources without `data.`.
        let name: String
        let repetition: Repetition
    }

    let options: LoadOptions
    let work: EvaluationWork
    /// Index of the first file's stack.
    let firstStack: Int
    /// Whether a folder holds files that could not be read.
    let isIncomplete: (_ folder: String) -> Bool
    /// Finds the files of a folder by its path from the root's folder.
    let findModule: (_ folder: String) -> [Document]
    /// Files in the order of their stacks.
    private(set) var documents: [Document] = []
    private var stackIndices: [String: Int] = [:]
    private(set) var problems: [TemplateProblem] = []
    private var seenProblems: Set<String> = []
    private var targets: [ResourceID: Target] = [:]
    private var attributeValues: [String: Value] = [:]
    private var attributesUnderway: Set<String> = []
    private(set) var moduleCount = 0
    /// Where copies of modules from elsewhere stand.
    private(set) lazy var installed = InstalledModules(file(InstalledModules.path))
    /// Configurations by the path of their first file.
    private var configurations: [String: ModuleConfiguration] = [:]

    init(
        options: LoadOptions, firstStack: Int, isIncomplete: @escaping (_ folder: String) -> Bool,
        findModule: @escaping (_ folder: String) -> [Document]
    ) {
        self.options = options
        self.firstStack = firstStack
        self.isIncomplete = isIncomplete
        self.findModule = findModule
        work = EvaluationWork(limits: options.limits)
    }

    // MARK: Files

    /// The text of a file, by its path from the root's folder.
    func file(_ path: String) -> String? {
        documents.first.flatMap { options.terraformFile(path, $0.path) }.flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The configuration of a folder's files; each is read once.
    ///
    /// - Parameter isCopy: whether they are a copy of somebody else's module: what they declare counts for the file that
    ///   brings it in, and what is wrong in them is not the author's to put right.
    func configuration(of documents: [Document], isCopy: Bool = false) -> ModuleConfiguration {
        let key = documents.map(\.path).min() ?? ""
        if let known = configurations[key] { return known }
        let configuration = ModuleConfiguration(documents)
        configurations[key] = configuration
        guard !isCopy else { return configuration }
        for document in configuration.documents where stackIndices[document.path] == nil {
            stackIndices[document.path] = firstStack + self.documents.count
            self.documents.append(document)
        }
        for problem in configuration.problems { report(problem) }
        return configuration
    }

    /// The index of the stack that a file is.
    func stack(of document: Document) -> Int { stackIndices[document.path] ?? firstStack }

    /// Begins a module; false when the run has too many.
    ///
    /// - Parameter address: the module's, for saying that it was left out.
    func enterModule(_ address: String, at origin: Origin) -> Bool {
        moduleCount += 1
        guard moduleCount <= options.limits.stacks else {
            work.report(.stacks, at: origin, leavingOut: address)
            return false
        }
        return true
    }

    func report(_ problem: TemplateProblem) {
        let place = problem.origin.document.path
        let key = "\(problem.code.rawValue) \(place) \(problem.origin.span.start) \(problem.message)"
        if seenProblems.insert(key).inserted { problems.append(problem) }
    }

    // MARK: Resources

    /// The id of a copy of a resource, whose values can be asked for from now on.
    func identifier(of target: Target) -> ResourceID {
        let prefix = target.section == .data ? "data." : ""
        let address = "\(target.module.prefix)\(prefix)\(target.name)\(target.repetition.suffix)"
        let document = (target.module.bringing ?? target.block).document
        let id = ResourceID(stack: stack(of: document), logicalID: address)
        if targets[id] == nil { targets[id] = target }
        return id
    }

    /// What identifies a resource to others; a reference says more than its text.
    private static let identities: Set<String> = [
        "id", "arn", "name", "url", "family", "function_name", "bucket", "key_id", "latest_version", "default_version",
        "revision",
    ]

    /// A resource's attribute: a reference where it identifies the resource or is known at apply only, else what is
    /// configured.
    func attribute(_ name: String, of id: ResourceID, at origin: Origin) -> Value {
        let reference = Value(.reference(Reference(resource: id, attribute: .named(name))), origin: origin)
        guard let target = targets[id] else { return reference }
        if let known = target.module.dataAttribute(name, of: target, id, at: origin) { return known }
        // A data source is nothing that others could be linked to: what it is asked with says more.
        guard target.section == .data || !Self.identities.contains(name), let entry = target.block.entry(name) else {
            return reference
        }
        let key = "\(id.stack) \(id.logicalID).\(name)"
        if let value = attributeValues[key] { return value.placed(at: origin) }
        guard attributesUnderway.insert(key).inserted else {
            report(
                TemplateProblem(
                    code: .circularReference, message: "\(id.logicalID).\(name) depends on itself",
                    help: "Break the circle.",
                    origin: origin))
            return reference
        }
        defer { attributesUnderway.remove(key) }
        let place = target.block.origin(resource: id.logicalID)
            .child(.key(name), node: entry.value, key: entry.key)
        let scope = target.module.scope(target.name, target.repetition)
        let value = work.bounded(BodyReader(scope: scope).value(entry.value, at: place), at: place)
        let result: Value
        switch value.content {
        case .unknown, .absent: result = reference
        default: result = target.module.bringing.map { value.wholly(at: $0.origin(resource: id.logicalID)) } ?? value
        }
        attributeValues[key] = result
        return result.placed(at: origin)
    }
}
