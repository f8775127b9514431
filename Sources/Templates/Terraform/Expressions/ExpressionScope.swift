import Evaluation

/// What the names in an expression stand for.
protocol ExpressionScope {
    /// The bounds of the run.
    var work: EvaluationWork { get }

    /// What is known of the provider's types.
    var facts: ProviderFacts { get }

    /// The value of a name and of the steps behind it that belong to it: of `var.name.first` the first two words.
    ///
    /// - Returns: the value, and how many of the steps it has used up; the others are taken from the value. A name that is
    ///   not declared is unknown, and the scope reports it.
    func value(
        of name: String, _ steps: [TraversalStep], at origin: Origin
    ) throws(ExpressionFailure) -> (value: Value, taken: Int)

    /// An attribute of a resource that an expression holds as a whole: `values(aws_sqs_queue.all)[0].arn`.
    func attribute(_ name: String, of resource: ResourceID, at origin: Origin) -> Value

    /// What the configuration sets an attribute to that others know as a reference; `nil` where it sets nothing.
    func configured(_ reference: Reference, at origin: Origin) -> Value?

    /// What a variable's declaration makes of lists and maps; `nil` where that is not known.
    func typing(ofVariable name: String) -> VariableTyping?

    /// The text of a file, by the path that an expression names it by; `nil` where it is not at hand.
    func file(_ path: String) -> String?

    /// Takes note of something in the text that makes answers wrong.
    func report(_ problem: TemplateProblem)

    /// Distinguishes questions that nothing identifies, such as an unknown comparison, from those of other blocks.
    var identity: String { get }
}

extension ExpressionScope {
    func configured(_ reference: Reference, at origin: Origin) -> Value? { nil }

    func typing(ofVariable name: String) -> VariableTyping? { nil }
}

/// A step from a value into it.
enum TraversalStep {
    case attribute(String)
    case index(Value)

    /// The name of a member: `.name` and `["name"]` are the same.
    var name: String? {
        switch self {
        case .attribute(let name): name
        case .index(let key): key.knownText
        }
    }
}
