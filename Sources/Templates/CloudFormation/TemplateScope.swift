import Evaluation
import YAMLBridge

/// What stands around the place that is being read: loops, the named condition, and the defaults that its formula rests on.
final class TemplateScope {
    /// Most defaults that one formula is said to rest on.
    private static let mostAssumptions = 4

    /// Longest text that variables of loops may make, in bytes.
    private let longestText: Int
    /// What the loops around the place stand for.
    private(set) var loops = LoopVariables.none
    /// The named condition whose formula is being read, to label its questions.
    private(set) var conditionName: String?
    /// The assumed defaults that the formula being read rests on.
    private var assumptions: [OriginStep] = []

    init(longestText: Int) {
        self.longestText = longestText
    }

    /// Reads something with the loop variables that stand around it, apart from what is being read just now.
    func within<Result>(_ loops: LoopVariables, condition: String? = nil, _ body: () -> Result) -> Result {
        let outer = (self.loops, conditionName)
        self.loops = loops
        conditionName = condition
        defer { (self.loops, conditionName) = outer }
        return body()
    }

    /// Reads the body of a loop with one more variable.
    func binding(_ identifier: String, to text: String, _ body: () -> Void) {
        let outer = loops
        loops = outer.binding(identifier, to: text)
        defer { loops = outer }
        body()
    }

    /// Reads parts of a compound condition, whose questions do not bear its name.
    func unlabelled<Result>(_ body: () -> Result) -> Result { within(loops, body) }

    /// A node's text with the variables of the loops around it replaced.
    func text(of node: Node) -> String {
        loops.isEmpty ? node.text : loops.replaced(in: node.text, limit: longestText)
    }

    // MARK: - Assumed defaults

    /// Notes what the formula being read rests on: the side of an `Fn::If` that a parameter's default decides holds for that
    /// default only, and a finding on it must say so.
    func assume(_ steps: [OriginStep]) {
        for step in steps where assumptions.count < Self.mostAssumptions {
            guard !assumptions.contains(where: { $0.kind == step.kind }) else { continue }
            assumptions.append(step.withoutPlace)
        }
    }

    /// Reads a formula, and says which defaults it rests on.
    func gatheringAssumptions<Result>(_ body: () -> Result) -> (Result, [OriginStep]) {
        let outer = assumptions
        assumptions = []
        defer { assumptions = outer }
        let result = body()
        return (result, assumptions)
    }
}
