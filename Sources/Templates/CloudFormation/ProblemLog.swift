import Evaluation

/// What is wrong with a template, in the order in which it was met.
final class ProblemLog {
    private(set) var problems: [TemplateProblem] = []

    func add(_ problem: TemplateProblem) { problems.append(problem) }
}
