import Rules
import Templates
import Topology

/// The part of a lint that asks the rules.
enum RuleStage {
    struct Outcome {
        var findings: [Finding] = []
        var undecided: [UndecidedVerdict] = []
        let isEnabled: (Finding) -> Bool
    }

    static func run(on workload: Workload, request: LintRequest) throws(RuleTrouble) -> Outcome {
        Outcome(isEnabled: { _ in true })
    }
}
