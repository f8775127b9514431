import Evaluation
import YAMLBridge

/// Evaluates one use of a module: variables, local values, outputs and resources on demand, each at most once.
final class ModuleEvaluator {
    /// The call that the module is used by.
    struct Call {
        unowned let parent: ModuleEvaluator
        let name: String
        let block: ConfigurationBlock
        let repetition: Repetition
        /// Whether the module's files are the author's own.
        var isLocal = true
    }

    unowned let run: ModuleRun
    let configuration: ModuleConfiguration
    /// What addresses in the module begin with: `module.a["x"].`; empty for the root.
    let prefix: String
    /// `nil` for the root.
    let call: Call?
    /// Folders of the modules above this one, for refusing a module that calls itself.
    let ancestors: [String]
    /// The path of its folder from the root's.
    let folder: String
    /// The call in the author's own files that brings a module from elsewhere in, with what that module calls; `nil` for
    /// the author's own modules. A copy is not fixed in place, so a finding in it stands at the call.
    let bringing: ConfigurationBlock?
    /// When the module is there.
    let existence: Condition
    /// Values of the root's variables that files beside it give.
    let variableFiles: [Document]

    /// Variables, local values, outputs and what data sources make of their arguments, by their addresses.
    private var values = Memo<String, Value>()
    /// The copies of blocks, by the block's address.
    var knownCopies = Memo<String, BlockCopies>()
    /// Places of the keys of copies, by the block's address.
    var keyPlaces: [String: [String: Int]] = [:]
    /// What `count` or `for_each` of a block gives whose copies are not known.
    var openCopies: [String: Value] = [:]
    /// The defaults by which blocks have no copies.
    var switchedOff: [String: [OriginStep]] = [:]
    /// The modules that defaults leave out, each as one copy that is never there.
    var modulesOff: [ModuleEvaluator] = []
    /// The defaults by which this module is never there.
    let offBy: [OriginStep]
    /// Keys and numbers of such copies for which it is noted already that they belong to the block.
    var notedKeys: Set<String> = []
    var calls: [String: ModuleUse] = [:]
    /// Whether the region of the provider is being read, which nothing in it may ask for.
    var isReadingRegion = false
    /// Whether names may be declared in files that could not be read.
    private let isIncomplete: Bool
    /// Modules that are called and not read, by their calls.
    private(set) var unreadCalls: [(name: String, block: ConfigurationBlock, reason: Reason)] = []
    /// What may make or change resources without being read.
    private(set) var openings: [(document: Document, opening: Opening)] = []

    init(
        run: ModuleRun, configuration: ModuleConfiguration, prefix: String = "", call: Call? = nil,
        ancestors: [String] = [], folder: String = "", existence: Condition = .always, variableFiles: [Document] = [],
        offBy: [OriginStep] = []
    ) {
        self.run = run
        self.configuration = configuration
        self.prefix = prefix
        self.call = call
        self.ancestors = ancestors
        self.folder = folder
        bringing = call.flatMap { $0.parent.bringing ?? ($0.isLocal ? nil : $0.block) }
        if let document = configuration.documents.first, run.isIncomplete(Self.folder(of: document.path)) {
            isIncomplete = true
            let name = prefix.isEmpty ? "the root module" : "the module \(prefix.dropLast())"
            openings = [(bringing?.document ?? document, Opening(Reason("files of \(name) could not be read"), within: prefix))]
        } else {
            isIncomplete = false
        }
        self.existence = existence
        self.offBy = offBy
        self.variableFiles = variableFiles
    }

    /// `path.module`: the folder from the root's, as Terraform spells it.
    var folderFromRoot: String {
        let path = ConfigurationRoots.joined("", folder)
        return path.isEmpty ? "." : path
    }

    func scope(_ address: String, _ repetition: Repetition = .single) -> BlockScope {
        BlockScope(module: self, repetition: repetition, address: address + repetition.suffix)
    }

    func report(_ code: TemplateProblem.Code, _ message: String, help: String, at origin: Origin) {
        report(TemplateProblem(code: code, message: message, help: help, origin: origin))
    }

    func report(_ problem: TemplateProblem) {
        guard bringing == nil else { return }
        run.report(problem)
    }

    /// Notes that a call leads to a module that is not read.
    func addUnread(_ name: String, _ block: ConfigurationBlock, _ reason: Reason) {
        unreadCalls.append((name, block, reason))
    }

    /// Reads what unread modules are given. Not before everything else can be: arguments may need what other modules give.
    func readOpenings() {
        for call in unreadCalls {
            let opening = Opening(call.reason, given: givenValues(call.name, call.block))
            openings.append((bringing?.document ?? call.block.document, opening))
        }
    }

    /// The names of the calls that lead here from the root module.
    var callNames: [String] { call.map { $0.parent.callNames + [$0.name] } ?? [] }

    /// Reports a name that is not declared, and gives what it stands for.
    func undeclared(
        _ kind: String, _ name: String, among names: some Sequence<String>, help: String, at origin: Origin
    )
        -> Value
    {
        let message = "there is no \(kind) '\(name.prefix(120))'"
        let isGenerated = !isIncomplete && run.facts == nil && mayBeGenerated(kind, name)
        guard !isIncomplete, run.facts == nil, !isGenerated else {
            let reason = isGenerated ? "\(kind) \(name.prefix(120)) stands in a file that Terragrunt writes" : message
            return .unknown(
                Reason(reason, source: "\(run.firstStack)#\(prefix)\(name)"), mayBeAbsent: run.facts != nil, origin: origin)
        }
        report(
            .unresolvedReference, message, help: run.work.suggestion(for: name, prefix + kind, among: { names }) ?? help,
            at: origin)
        return .unknown(Reason(message), origin: origin)
    }

    /// Whether a file declares the name that Terragrunt writes into the module's folder.
    private func mayBeGenerated(_ kind: String, _ name: String) -> Bool {
        guard let document = configuration.documents.first else { return false }
        return run.options.generatedNames(Self.folder(of: document.path)).mayDeclare(kind, name)
    }

    /// Reports that something depends on itself, unless a circle of resources is reported that it takes part in.
    ///
    /// - Parameter node: the block or value, as it is called within the module: `local.name`, `aws_sqs_queue.jobs`.
    func reportCircle(_ message: String, of node: String, at origin: Origin) {
        guard !run.circleMembers.contains(pathWithoutKeys + node) else { return }
        report(.circularReference, message, help: "Break the circle.", at: origin)
    }

    /// A value that is worked out when it is first asked for, and must not need itself.
    ///
    /// - Parameter node: what it is called within the module, where `key` says more.
    func once(_ key: String, of node: String? = nil, at origin: Origin, _ body: () -> Value) -> Value {
        switch values.begin(key) {
        case .known(let value): return value
        case .underway:
            reportCircle("\(key) depends on itself", of: node ?? key, at: origin)
            return .unknown(Reason("\(key) depends on itself"), origin: origin)
        case .begun:
            // One local value needs another: a chain of them is as deep as expressions that stand in each other.
            guard run.work.enter(at: origin) else {
                return values.end(key, with: .unknown(Reason("\(key) asks for more work than a lint does"), origin: origin))
            }
            defer { run.work.leave() }
            return values.end(key, with: run.work.bounded(body(), at: origin))
        }
    }

    // MARK: - Local values and outputs

    func localReference(_ name: String, at origin: Origin) -> Value {
        guard let entry = configuration.locals[name] else {
            return undeclared(
                "local value", name, among: configuration.locals.keys, help: "Declare it under locals, or correct the name.",
                at: origin)
        }
        let place = Origin(node: entry.value, key: entry.key, parent: nil, component: .key("locals"), resource: nil)
            .child(.key(name), node: entry.value, key: entry.key)
        let value = once("local.\(name)", at: place) {
            BodyReader(scope: scope("local.\(name)")).value(entry.value, at: place)
        }
        return value.moved(
            to: origin, step: OriginStep(kind: .local(name: name), label: "local value \(prefix)\(name)", origin: place))
    }

    /// The value of an output; `nil` when the module has none of that name.
    func output(_ name: String) -> Value? {
        guard let block = configuration.block(.output, name), let entry = block.entry("value") else {
            return plannedOutput(name)
        }
        let place = block.origin(resource: nil, path: [.key("output"), .key(name)])
            .child(.key("value"), node: entry.value, key: entry.key)
        let value = once("output.\(name)", at: place) {
            BodyReader(scope: scope("output.\(name)")).value(entry.value, at: place)
        }
        let isSecret = block.entry("sensitive")?.value.text == "true"
        return isSecret ? hidden(value, Reason("output \(prefix)\(name) is sensitive")) : value
    }
}
