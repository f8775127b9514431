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
    unowned let builder: WorkloadBuilder
    /// What is passed for a parameter; `nil` when nothing is.
    let argument: (_ parameter: String) -> Argument?

    var problems: [TemplateProblem] = []
    var parameterValues: [String: Value] = [:]
    var parametersUnderway: Set<String> = []
    var conditionValues: [String: Condition] = [:]
    var conditionsUnderway: Set<String> = []
    var outputValues: [String: Value] = [:]
    var outputsUnderway: Set<String> = []
    var mappingsUnderway: Set<String> = []
    /// The named condition whose formula is being read, to label its questions.
    var conditionName: String?
    var children: [String: StackEvaluator] = [:]
    /// Why nested templates could not be followed, by logical id.
    var unfollowed: [String: Reason] = [:]
    /// Why SAM may make resources that its expansion does not show.
    var serverlessDoubts: [Reason] = []
    lazy var serverlessNames = ServerlessNames(template.resources.map { ($0.key.text, $0.value) })
    let resourceTypes: [String: String]

    init(
        template: CloudFormationTemplate, index: Int, name: String, root: Int, ancestors: [String],
        builder: WorkloadBuilder, argument: @escaping (String) -> Argument?
    ) {
        self.template = template
        self.index = index
        self.name = name
        self.root = root
        self.ancestors = ancestors
        self.builder = builder
        self.argument = argument
        resourceTypes = Dictionary(
            template.resources.map { ($0.key.text, $0.value["Type"]?.text ?? "") }, uniquingKeysWith: { _, last in last })
    }

    /// A resource's name for people: its logical id, below the stack's name in a nested stack.
    func displayName(_ logicalID: String) -> String { name.isEmpty ? logicalID : "\(name)/\(logicalID)" }

    func report(_ code: TemplateProblem.Code, _ message: String, help: String, at origin: Origin) {
        problems.append(TemplateProblem(code: code, message: message, help: help, origin: origin))
    }

    /// The origin of an entry of a section that is no resource: a parameter, a condition, an output.
    func origin(of entry: Node.Entry, in section: String) -> Origin {
        let top = Origin(node: entry.value, key: entry.key, parent: nil, component: .key(section), resource: nil)
        return top.child(.key(entry.key.text), node: entry.value, key: entry.key)
    }

    // MARK: - Resources

    /// All resources with their values.
    func resources() -> [Resource] {
        let written = template.resources.compactMap { entry -> Resource? in
            guard entry.value.kind == .mapping, let type = resourceTypes[entry.key.text], !type.isEmpty else { return nil }
            return resource(entry, type: type)
        }
        return template.isServerless ? ServerlessExpansion.expanded(written, by: self) : written
    }

    private func resource(_ entry: Node.Entry, type: String) -> Resource {
        let logicalID = entry.key.text
        let origin = resourceOrigin(entry)
        let sections = ["Properties", "Metadata"] + (template.isServerless ? ServerlessTransform.resourceAttributes : [])
        let members = sections.compactMap { section -> Value.Member? in
            guard let part = entry.value.entry(section) else { return nil }
            let partOrigin = origin.child(.key(section), node: part.value, key: part.key)
            return Value.Member(key: section, value: evaluate(part.value, at: partOrigin))
        }
        return Resource(
            id: ResourceID(stack: index, logicalID: logicalID), name: displayName(logicalID), type: type,
            existence: existence(of: entry, origin: origin), body: Value(.map(members), origin: origin))
    }

    func resourceOrigin(_ entry: Node.Entry) -> Origin {
        Origin(node: entry.value, key: entry.key, parent: nil, component: nil, resource: displayName(entry.key.text))
    }

    private func existence(of entry: Node.Entry, origin: Origin) -> Condition {
        guard let condition = entry.value.entry("Condition"), condition.value.kind == .scalar else { return .always }
        let place = origin.child(.key("Condition"), node: condition.value, key: condition.key)
        return namedCondition(condition.value.text, at: place)
    }

    /// Why the stack may hold resources that are not listed.
    func openReasons() -> [Reason] {
        let macros = template.transforms.filter { $0 != "AWS::LanguageExtensions" && $0 != ServerlessTransform.name }.map {
            Reason("the transform \($0) adds resources that are not read")
        }
        let loops = template.resources.filter { $0.key.text.hasPrefix("Fn::") }.map {
            Reason("\($0.key.text) adds resources that are not read")
        }
        let nested = unfollowed.sorted { $0.key < $1.key }.map(\.value)
        let modules = template.resources.filter { resourceTypes[$0.key.text]?.hasSuffix("::MODULE") == true }.map {
            Reason("the module \($0.key.text) holds resources that are not in the input")
        }
        return macros + loops + nested + modules + serverlessDoubts
    }
}
