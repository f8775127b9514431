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

        /// Whether no argument is a list of lists, as `input` of `terraform_data` may be: none of the AWS provider's is.
        var takesFlatLists: Bool { name.hasPrefix("aws_") }
    }

    let options: LoadOptions
    let work: EvaluationWork
    /// Index of the first file's stack.
    let firstStack: Int
    /// Whether a folder holds files that could not be read.
    let isIncomplete: (_ folder: String) -> Bool
    /// Finds the files of a folder by its path from the root's folder.
    private let findModule: (_ folder: String) -> [Document]
    /// What the configuration's plan knows; `nil` where the configuration is evaluated by itself.
    let facts: (any PlannedFacts)?
    /// Files in the order of their stacks.
    private(set) var documents: [Document] = []
    private var stackIndices: [String: Int] = [:]
    private(set) var problems: [TemplateProblem] = []
    private var seenProblems: Set<String> = []
    private var targets: [ResourceID: Target] = [:]
    private var attributes = Memo<String, Value>()
    /// What takes part in circles that are reported already, named without the keys of copies.
    var circleMembers: Set<String> = []
    private(set) var moduleCount = 0
    /// Whether something is read that Terraform does not look at, in which nothing can be wrong.
    private(set) var isQuiet = false
    /// Where copies of modules from elsewhere stand.
    private(set) lazy var installed = InstalledModules(file(InstalledModules.path))
    /// Configurations by the path of their first file.
    private var configurations: [String: ModuleConfiguration] = [:]
    /// Files by their folder.
    private var folders: [String: [Document]] = [:]

    init(
        options: LoadOptions, firstStack: Int, facts: (any PlannedFacts)? = nil,
        isIncomplete: @escaping (_ folder: String) -> Bool,
        findModule: @escaping (_ folder: String) -> [Document]
    ) {
        self.options = options
        self.firstStack = firstStack
        self.facts = facts
        self.isIncomplete = isIncomplete
        self.findModule = findModule
        work = EvaluationWork(limits: options.limits)
    }

    // MARK: Files

    /// The text of a file, by its path from the root's folder.
    func file(_ path: String) -> String? {
        if let facts { return facts.file(path) }
        return documents.first.flatMap { options.terraformFile(path, $0.path) }.flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The files of a folder, by its path from the root's folder; each folder is looked into once.
    func files(in folder: String) -> [Document] {
        if let known = folders[folder] { return known }
        guard folders.count < options.limits.stacks else { return [] }
        let files = findModule(folder)
        folders[folder] = files
        return files
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

    /// Whether one more module is taken up that Terraform does not read, about which nothing is said if it is not.
    func mayEnterModule() -> Bool {
        moduleCount += 1
        return moduleCount <= options.limits.stacks
    }

    /// Begins a module; false when the run has too many.
    ///
    /// - Parameter address: the module's, for saying that it was left out.
    func enterModule(_ address: String, at origin: Origin) -> Bool {
        moduleCount += 1
        // A plan is finite, and so are the modules in it.
        guard facts != nil || moduleCount <= options.limits.stacks else {
            work.report(.stacks, at: origin, leavingOut: address)
            return false
        }
        return true
    }

    /// Terraform has read the configuration of a plan already: what is wrong with that is known to its author.
    func report(_ problem: TemplateProblem) {
        guard facts == nil, !isQuiet else { return }
        let place = problem.origin.document.path
        let key = "\(problem.code.rawValue) \(place) \(problem.origin.span.start) \(problem.message)"
        if seenProblems.insert(key).inserted { problems.append(problem) }
    }

    /// Reads what Terraform does not look at, without what would be wrong in it.
    func quietly<Result>(_ body: () -> Result) -> Result {
        isQuiet = true
        defer { isQuiet = false }
        return body()
    }

    // MARK: Open inputs

    /// What holds of the inputs in every deployment: the conditions of validations and preconditions.
    private(set) var premises: [Condition] = []

    /// Most premises that a run keeps.
    private static let mostPremises = 10_000

    /// Notes what every deployment keeps.
    func demand(_ condition: Condition) {
        switch condition {
        case .always: return
        // What is given by hand may break a validation, and is looked at all the same; values that are tried may not.
        case .never where options.assignment.isEmpty: return
        default: if premises.count < Self.mostPremises { premises.append(condition) }
        }
    }

    /// What an attribute is set to that others know as a reference, or what the run was told to try; `nil` for what AWS sets.
    func configured(_ reference: Reference, at origin: Origin) -> Value? {
        let value = Value(.reference(reference), origin: origin)
        if !options.assignment.isEmpty, let key = value.identityKey, let datum = options.assignment[key] {
            return datum.value(at: origin)
        }
        guard case .named(let name) = reference.attribute, name != "id", name != "arn", let target = targets[reference.resource],
            target.section == .resource, let entry = target.block.entry(name)
        else { return nil }
        return configuredValue(name, entry, of: target, reference.resource).placed(at: origin)
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

    /// One name for attributes that always have the same value: a region's name is its id
    /// (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/region).
    private func canonicalName(_ name: String, of id: ResourceID) -> String {
        guard targets[id]?.name.hasPrefix("aws_region.") == true else { return name }
        return name == "id" || name == "region" ? "name" : name
    }

    /// A resource's attribute: a reference where it identifies the resource or is known at apply only, else what is
    /// configured.
    func attribute(_ name: String, of id: ResourceID, at origin: Origin) -> Value {
        if let facts { return plannedAttribute(name, of: id, facts, at: origin) }
        let name = canonicalName(name, of: id)
        let known = targets[id].map { DataSourceFacts(target: $0, attribute: name, facts: options.facts) }
        let reference = Value(
            .reference(Reference(resource: id, attribute: .named(name), form: known?.form, sharedKey: known?.sharedKey)),
            origin: origin)
        guard let target = targets[id] else { return reference }
        if let known = target.module.dataAttribute(name, of: target, id, at: origin) { return known }
        // A data source is nothing that others could be linked to: what it is asked with says more.
        guard target.section == .data || !options.facts.identities.contains(name), let entry = target.block.entry(name) else {
            return reference
        }
        let value = configuredValue(name, entry, of: target, id)
        switch value.content {
        case .unknown, .absent: return reference
        default: return value.placed(at: origin)
        }
    }

    /// What is planned for an attribute. What a data source makes of its arguments alone is known before it is read.
    private func plannedAttribute(
        _ name: String, of id: ResourceID, _ facts: any PlannedFacts, at origin: Origin
    ) -> Value {
        let planned = facts.attribute(name, of: id.logicalID, at: origin)
        guard case .reference = planned.content, let target = targets[id] else { return planned }
        if let known = target.module.dataAttribute(name, of: target, id, at: origin) { return known }
        let known = DataSourceFacts(target: target, attribute: name, facts: options.facts)
        guard known.form != nil || known.sharedKey != nil else { return planned }
        let reference = Reference(resource: id, attribute: .named(name), form: known.form, sharedKey: known.sharedKey)
        return Value(.reference(reference), origin: origin)
    }

    /// Notes what stands behind a reference to a data source of a plan.
    func note(_ target: Target, as id: ResourceID) { if targets[id] == nil { targets[id] = target } }

    /// What the configuration sets an attribute to.
    private func configuredValue(_ name: String, _ entry: Node.Entry, of target: Target, _ id: ResourceID) -> Value {
        let key = "\(id.stack) \(id.logicalID).\(name)"
        let place = target.block.origin(resource: id.logicalID)
            .child(.key(name), node: entry.value, key: entry.key)
        switch attributes.begin(key) {
        case .known(let value): return value
        case .underway:
            let message = "\(id.logicalID).\(name) depends on itself"
            let block = target.section == .data ? "data.\(target.name)" : target.name
            target.module.reportCircle(message, of: block, at: place)
            return .unknown(Reason(message), origin: place)
        case .begun: break
        }
        let scope = target.module.scope(target.name, target.repetition)
        let read = work.bounded(
            BodyReader(scope: scope, splicesLists: target.takesFlatLists).value(entry.value, at: place), at: place)
        return attributes.end(
            key, with: target.module.bringing.map { read.placedThroughout(at: $0.origin(resource: id.logicalID)) } ?? read)
    }
}
