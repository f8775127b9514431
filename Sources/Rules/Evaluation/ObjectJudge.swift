import CEL
import Evaluation
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
        if try concludeUnread(leaves, builder) { return }
        // What most checks say of most objects, without the sets that the rest takes.
        if leaves.count == 1, let leaf = leaves.first {
            switch leaf.verdict {
            case .exempt, .missing: return
            default: break
            }
            if leaf.isGood, leaf.subject != nil {
                passed.insert(builder.check.check.id)
                return
            }
            if leaf.isBad, leaf.subject != nil {
                if let finding = try self.finding(of: leaves, among: leaves, builder) { findings.append(finding) }
                return
            }
        }
        let found = findings.count
        for (subject, relevant) in Self.leavesBySubject(leaves) {
            if relevant.contains(where: \.isBad) {
                if let finding = try self.finding(of: relevant.filter(\.isBad), among: relevant, builder) {
                    findings.append(finding)
                }
            } else {
                if relevant.contains(where: \.isGood) { passed.insert(builder.check.check.id) }
                conclude(open: relevant.filter { $0.subject == subject }, builder)
            }
        }
        if findings.count == found { conclude(open: leaves.filter { $0.subject == nil }, builder) }
    }

    /// Leaves open what an unread property may change.
    ///
    /// - Returns: whether it was left open.
    private mutating func concludeUnread(_ leaves: [Leaf], _ builder: FindingBuilder) throws(RuleError) -> Bool {
        guard !model.unread.isEmpty else { return false }
        let reach = UnreadReach(model: model, rule: rule)
        let isError = builder.check.severity == .error
        guard model.unread.bear(on: rule.rule.id, isError: isError) else { return false }
        let concerned = leaves.filter { $0.isGood || $0.isBad || $0.isOpen }
        let reasons = reach.reasons(for: object, leaves: concerned, isError: isError)
        guard !reasons.isEmpty, let first = concerned.first else { return false }
        let open = concerned.flatMap { (leaf) -> [String] in
            if case .open(let texts) = leaf.verdict { Array(texts) } else { [] }
        }
        conclude(undecided: builder.undecided(reasons.union(open), first), first, builder)
        return true
    }

    /// Most worlds of one verdict that are tried one after another.
    private static let mostWorlds = 4

    /// The finding of the first bad leaf that some values make, with those of other worlds behind it; without such values it is
    /// undecided.
    private mutating func finding(of bad: [Leaf], among leaves: [Leaf], _ builder: FindingBuilder) throws(RuleError) -> Finding? {
        var found: [Finding] = []
        var reasons: Set<String> = []
        var tried: Set<World> = []
        for leaf in bad where found.count < Self.mostWorlds {
            let world = leaf.world.answers.isEmpty ? leaf.world : WorldDescription.essentials(of: leaf, among: leaves)
            guard tried.insert(world).inserted else { continue }
            switch run.answer(to: world) {
            case .impossible: continue
            case .open(let reason):
                // When the object is there is not found out; what is said of it is wrong whenever it is.
                let others = leaves.filter { !$0.isMissing }
                let bare = WorldDescription.essentials(of: leaf, among: others)
                guard bare != world, tried.insert(bare).inserted, case .witness(let witness) = run.answer(to: bare) else {
                    reasons.insert(reason)
                    continue
                }
                let condition = WorldDescription.text(of: bare, witness, among: others)
                found.append(try builder.finding(leaf, condition: condition, witness: witness))
            case .witness(let witness):
                let condition = WorldDescription.text(of: world, witness, among: leaves)
                found.append(try builder.finding(leaf, condition: condition, witness: witness))
            }
        }
        if let first = found.first { return first.trying(found.dropFirst()) }
        if !reasons.isEmpty, let leaf = bad.first { conclude(undecided: builder.undecided(reasons, leaf), leaf, builder) }
        return nil
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
        conclude(undecided: builder.undecided(reasons, first), first, builder)
    }

    private mutating func conclude(undecided verdict: UndecidedVerdict, _ first: Leaf, _ builder: FindingBuilder) {
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
