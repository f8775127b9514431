import Evaluation
import Rules
import Templates

/// Keeps of the findings that depend on open values those that come true: the templates are evaluated again with the values
/// of the witness, and the same check must fail there.
///
/// Findings whose values do not contradict each other are tried together, so that thirty independent conditions take one
/// evaluation more.
struct WitnessStage {
    /// Most evaluations of the templates for one lint.
    private static let mostTrials = 24

    let reading: TemplateReading
    let rules: JudgeStage

    /// A finding under trial: the values that stand in line for it.
    private struct Candidate {
        let place: Int
        let finding: Finding
    }

    /// The outcome without findings that no values make true.
    func confirmed(_ outcome: RuleOutcome) throws(RuleTrouble) -> RuleOutcome {
        let open = outcome.findings.indices.filter { !outcome.findings[$0].witness.entries.isEmpty }
        guard !open.isEmpty else { return outcome }
        var kept: [Int: Finding] = [:]
        var trials = 0
        var waiting = open.map { [outcome.findings[$0]] + outcome.findings[$0].alternatives }
        var round = zip(open, waiting).compactMap { place, line in line.first.map { Candidate(place: place, finding: $0) } }
        var isTogether = true
        while !round.isEmpty, trials < Self.mostTrials {
            for batch in Self.batches(of: round, together: isTogether) where trials < Self.mostTrials {
                trials += 1
                let made = try findings(under: batch.assignment, of: Set(batch.candidates.map(\.finding.rule)))
                for candidate in batch.candidates where made.contains(FindingIdentity(candidate.finding)) {
                    kept[candidate.place] = candidate.finding.trying([])
                }
            }
            // What did not come true beside others is tried alone, then under other values.
            var next: [Candidate] = []
            for (number, place) in open.enumerated() where kept[place] == nil {
                if !isTogether || waiting[number].count == 0 { waiting[number] = Array(waiting[number].dropFirst()) }
                if let finding = waiting[number].first { next.append(Candidate(place: place, finding: finding)) }
            }
            round = next
            isTogether = false
        }
        let depending = Set(open)
        return outcome.replacing(
            findings: outcome.findings.indices.compactMap { place in
                depending.contains(place) ? kept[place] : outcome.findings[place]
            },
            undecided: open.filter { kept[$0] == nil }.map { place in
                outcome.findings[place].undecided(reason: trials < Self.mostTrials ? Self.unconfirmed : Self.untried)
            })
    }

    private static let unconfirmed = "no values were found with which it comes true"

    private static let untried = "it depends on more combinations of values than the \(mostTrials) that are tried"

    private struct Batch {
        var assignment: Assignment
        var candidates: [Candidate]
    }

    private static func batches(of candidates: [Candidate], together: Bool) -> [Batch] {
        var batches: [Batch] = []
        for candidate in candidates {
            let assignment = candidate.finding.witness.assignment
            let number = batches.indices.first { number in
                together ? batches[number].assignment.merge(assignment) : batches[number].assignment == assignment
            }
            if let number {
                batches[number].candidates.append(candidate)
            } else if batches.count < mostTrials {
                // More than are tried need not be gathered.
                batches.append(Batch(assignment: assignment, candidates: [candidate]))
            }
        }
        return batches
    }

    /// What is found with values for the open inputs, whatever the others are.
    private func findings(under assignment: Assignment, of ids: Set<String>) throws(RuleTrouble) -> Set<FindingIdentity> {
        let outcome = try rules.judge(reading.workload(trying: assignment), by: ids)
        return Set(outcome.findings.map { FindingIdentity($0) })
    }
}
