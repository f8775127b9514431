import CEL
import Topology

/// Judges one object by checks of one rule, in every world that makes a difference.
struct ObjectJudge {
    let model: Model
    let rule: CompiledRule
    let object: ModelObject
    let run: RuleRun
    private(set) var findings: [Finding] = []
    private(set) var undecided: [UndecidedVerdict] = []
    /// The checks that some subject passed, by what they assert.
    private(set) var passed: Set<String> = []

    init(model: Model, rule: CompiledRule, object: ModelObject, run: RuleRun) {
        self.model = model
        self.rule = rule
        self.object = object
        self.run = run
    }

    /// - Parameter checks: the checks to judge by, by their place in the rule.
    mutating func judge(by checks: [Int]) throws(RuleError) {
        for index in checks {
            let check = rule.checks[index]
            var explorer = CheckExplorer(model: model, rule: rule, check: check, object: object, run: run)
            try explorer.explore()
            try conclude(explorer.leaves, FindingBuilder(rule: rule, check: check, object: object, run: run))
        }
    }

    private mutating func conclude(_ leaves: [Leaf], _ builder: FindingBuilder) throws(RuleError) {
        // What most checks say of most objects, without the sets that the rest takes.
        if leaves.count == 1, let leaf = leaves.first {
            if case .exempt = leaf.verdict { return }
            if leaf.isGood, leaf.subject != nil {
                passed.insert(builder.check.check.id)
                return
            }
            if leaf.isBad, leaf.subject != nil {
                let condition = leaf.world.answers.isEmpty ? nil : WorldDescription.text(of: leaf, among: leaves)
                findings.append(try builder.finding(leaf, condition: condition))
                return
            }
        }
        let found = findings.count
        for (subject, relevant) in Self.leavesBySubject(leaves) {
            if let bad = relevant.first(where: \.isBad) {
                findings.append(try builder.finding(bad, condition: WorldDescription.text(of: bad, among: relevant)))
            } else {
                if relevant.contains(where: \.isGood) { passed.insert(builder.check.check.id) }
                conclude(open: relevant.filter { $0.subject == subject }, builder)
            }
        }
        if findings.count == found { conclude(open: leaves.filter { $0.subject == nil }, builder) }
    }

    /// One verdict for all reasons of open leaves; none when no leaf is open.
    private mutating func conclude(open leaves: [Leaf], _ builder: FindingBuilder) {
        var reasons: Set<String> = []
        var first: Leaf?
        for leaf in leaves {
            guard case .open(let texts) = leaf.verdict else { continue }
            reasons.formUnion(texts)
            if first == nil { first = leaf }
        }
        guard let first else { return }
        let verdict = builder.undecided(reasons, first)
        switch builder.check.check.unknownPolicy {
        case .skip: undecided.append(verdict)
        case .note: findings.append(builder.finding(undecided: verdict, first, severity: .note))
        case .fail: findings.append(builder.finding(undecided: verdict, first, severity: builder.check.severity))
        }
    }

    /// The subjects in the order in which they were met, each with its leaves and those of no subject, in their order.
    private static func leavesBySubject(_ leaves: [Leaf]) -> [(subject: Subject, leaves: [Leaf])] {
        var order: [Subject] = []
        var numbers: [Subject: [Int]] = [:]
        var general: [Int] = []
        for (number, leaf) in leaves.enumerated() {
            guard let subject = leaf.subject else {
                general.append(number)
                continue
            }
            if numbers[subject] == nil { order.append(subject) }
            numbers[subject, default: []].append(number)
        }
        return order.map { subject in
            let own = numbers[subject] ?? []
            return (subject, (general.isEmpty ? own : (own + general).sorted()).map { leaves[$0] })
        }
    }
}
