import Evaluation
import YAMLBridge

/// The evaluation of one use of a template: what it is, and the parts that read it, each with one job and its own state.
///
/// Parts ask each other through here, on demand, so that the order of the text does not matter.
final class StackEvaluator {
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
    let argument: (_ parameter: String) -> PassedArgument?

    let options: LoadOptions
    let work: EvaluationWork
    let log = ProblemLog()
    let scope: TemplateScope

    // Parts that know the stack, each made when it is first asked and then the same.
    private(set) lazy var sectionReader = SectionReader(self)
    private(set) lazy var includes = IncludeReader(self)
    private(set) lazy var parameters = ParameterTable(self)
    private(set) lazy var conditions = ConditionTable(self)
    private(set) lazy var mappings = MappingTable(self)
    private(set) lazy var resources = ResourceReader(self)
    private(set) lazy var outputs = OutputTable(self)
    private(set) lazy var nestedStacks = NestedStackResolver(self)
    private(set) lazy var passedParameters = PassedParameters(self)
    private(set) lazy var serverless = ServerlessResources(self)

    /// Reads what stands in the template as values.
    var functions: IntrinsicEvaluator { IntrinsicEvaluator(stack: self) }

    init(
        template: CloudFormationTemplate, index: Int, name: String, root: Int, ancestors: [String], existence: Condition,
        builder: WorkloadBuilder, argument: @escaping (String) -> PassedArgument?
    ) {
        self.template = template
        self.index = index
        self.name = name
        self.root = root
        self.ancestors = ancestors
        self.existence = existence
        self.builder = builder
        self.argument = argument
        options = builder.options
        work = builder.work
        scope = TemplateScope(longestText: builder.options.limits.textBytes)
    }

    /// The template's sections; while they are being read, what is known of them so far.
    var sections: TemplateSections { sectionReader.sections }

    /// A resource's name for people: its logical id, below the stack's name in a nested stack.
    func displayName(_ logicalID: String) -> String { name.isEmpty ? logicalID : "\(name)/\(logicalID)" }
}
