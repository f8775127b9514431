import Evaluation
import YAMLBridge

/// Evaluates one use of a template: sections on demand, each at most once.
final class StackEvaluator {
    /// What a parent stack or the caller passes for a parameter.
    struct Argument {
        let value: Value
        let step: OriginStep
    }

    let template: CloudFormationTemplate
    /// The stack's index in the workload.
    let index: Int
    /// `""` for a root, `A/B` for a nested stack.
    let name: String
    let root: Int
    /// Paths of the templates above this one, for refusing a template that uses itself.
    let ancestors: [String]
    /// When the stack exists: a nested stack may hang on a condition of its parent.
    let existence: Condition
    unowned let builder: WorkloadBuilder
    /// What is passed for a parameter; `nil` when nothing is.
    let argument: (_ parameter: String) -> Argument?

    var problems: [TemplateProblem] = []
    var parameters = Memo<String, Value>()
    /// When conditions hold, and the assumed defaults that they rest on.
    var conditions = Memo<String, StatedCondition>()
    /// The assumed defaults that the formula being read rests on.
    var assumptions: [OriginStep] = []
    var outputs = Memo<String, Value>()
    /// Values of `Mappings`, by their paths.
    var mappings = Memo<String, Value>()
    /// Paths of the files whose `AWS::Include` is being read.
    var includesUnderway: [String] = []
    /// When resources exist, by logical id.
    var existences: [String: Condition] = [:]
    /// `Parameters` of nested stacks that had to be evaluated as a whole, by logical id.
    var computedArguments: [String: Value] = [:]
    /// The files that were included, by path.
    var includedDocuments: [String: Document] = [:]
    /// The named condition whose formula is being read, to label its questions.
    var conditionName: String?
    /// What the loops around the place that is being read stand for.
    var loops = LoopVariables.none
    var children: [String: StackEvaluator] = [:]
    /// Why nested templates could not be followed, by logical id.
    var unfollowed: [String: Reason] = [:]
    /// Why SAM may make resources that its expansion does not show.
    var serverlessDoubts: [Reason] = []
    /// Names of the resources that SAM makes; none while the sections are being read.
    private(set) var serverlessNames = ServerlessNames([])
    private var expandedSections = TemplateSections()
    private var isExpansionBegun = false

    init(
        template: CloudFormationTemplate, index: Int, name: String, root: Int, ancestors: [String], existence: Condition,
        builder: WorkloadBuilder, argument: @escaping (String) -> Argument?
    ) {
        self.template = template
        self.index = index
        self.name = name
        self.root = root
        self.ancestors = ancestors
        self.existence = existence
        self.builder = builder
        self.argument = argument
    }

    /// A resource's name for people: its logical id, below the stack's name in a nested stack.
    func displayName(_ logicalID: String) -> String { name.isEmpty ? logicalID : "\(name)/\(logicalID)" }

    func report(_ code: TemplateProblem.Code, _ message: String, help: String, at origin: Origin) {
        problems.append(TemplateProblem(code: code, message: message, help: help, origin: origin))
    }

    /// The origin of an entry of a section that is no resource: a parameter, a condition, an output.
    func origin(of value: Node, key: Node, in section: String) -> Origin {
        let top = Origin(node: value, key: key, parent: nil, component: .key(section), resource: nil)
        return top.child(.key(key.text), node: value, key: key)
    }

    /// Reads something with the loop variables that stand around it, apart from what is being read just now.
    func within<Result>(_ loops: LoopVariables, _ body: () -> Result) -> Result {
        let outer = (self.loops, conditionName)
        self.loops = loops
        conditionName = nil
        defer { (self.loops, conditionName) = outer }
        return body()
    }

    /// A node's text with the variables of the loops around it replaced.
    func text(of node: Node) -> String {
        loops.isEmpty ? node.text : loops.replaced(in: node.text, limit: builder.options.limits.textBytes)
    }

    // MARK: - Sections

    /// The template's sections; while they are being read, what is known of them so far.
    var sections: TemplateSections {
        if !isExpansionBegun {
            isExpansionBegun = true
            expand()
        }
        return expandedSections
    }

    /// Reads the sections in the order in which they need each other: the lists of loops come from parameters and mappings.
    private func expand() {
        expandedSections.parameters = Self.byName(expandedEntries(ofSection: "Parameters", [template.root]).entries)
        var roots = [template.root]
        for include in template.includes {
            let origin = Origin(
                node: include, key: template.root.entry("Transform")?.key, parent: nil, component: .key("Transform"),
                resource: nil)
            if let root = includedRoot(include, at: origin) {
                roots.append(root)
            } else {
                expandedSections.openNames.append(Self.missingInclude)
                expandedSections.openResources.append(Self.missingInclude)
            }
        }
        expandedSections.mappings = Self.byName(expandedEntries(ofSection: "Mappings", roots).entries)
        expandedSections.conditions = Self.byName(expandedEntries(ofSection: "Conditions", roots).entries)
        expandedSections.setModules(expandedEntries(ofSection: "Modules", roots).entries)
        let resources = expandedEntries(ofSection: "Resources", roots)
        expandedSections.openResources += resources.open
        expandedSections.setResources(resources.entries.map(listingAttributes))
        expandedSections.setOutputs(expandedEntries(ofSection: "Outputs", roots).entries)
        if template.isServerless { serverlessNames = ServerlessNames(expandedSections.resources.map { ($0.name, $0.value) }) }
    }

    private static func byName(_ entries: [SectionEntry]) -> [String: SectionEntry] {
        Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
    }

    private func expandedEntries(ofSection section: String, _ roots: [Node]) -> ExpandedEntries {
        var expansion = ExpandedEntries()
        for entry in roots.compactMap({ $0.entry(section) }) {
            let origin = Origin(node: entry.value, key: entry.key, parent: nil, component: .key(section), resource: nil)
            expand(entry.value, at: origin, into: &expansion)
        }
        expandedSections.openNames += expansion.open
        return expansion
    }

    // MARK: - What is not listed

    /// Whether any name that the template does not list may be there all the same.
    var mayHoldUnlistedNames: Bool {
        !template.unreadMacros.isEmpty || !sections.openNames.isEmpty || !serverlessDoubts.isEmpty
            || template.foreign.mayBringNames
    }

    /// Whether a name that the template does not list may be there: it is filled in by another tool, or begins as what a
    /// module brings does.
    func mayHold(_ name: String) -> Bool {
        mayHoldUnlistedNames || sections.modules.keys.contains { name.hasPrefix($0) } || ForeignTemplate.isFunction(name)
            || template.foreign.pieces(of: name) != nil
    }
}
