import CEL
import Topology

/// Judges objects as they are, with nothing assumed and nothing noted. That settles most checks of most objects;
/// ``ObjectJudge`` looks again at what is bad, open or failing, and says all there is to say about it.
struct QuickJudge {
    private let rule: CompiledRule
    private let run: RuleRun
    private let reader: ModelReader
    private let activation: RuleActivation
    private let allChecks: [Int]
    /// For each check of the rule whether some subject passed it.
    private(set) var passed: [Bool]

    /// - Parameter reader: keeps what it read, in the world that assumes nothing.
    init(rule: CompiledRule, run: RuleRun, reader: ModelReader) {
        self.rule = rule
        self.run = run
        self.reader = reader
        activation = RuleActivation(rule: rule, run: run, object: .null)
        allChecks = Array(rule.checks.indices)
        passed = Array(repeating: false, count: rule.checks.count)
    }

    /// The checks that are not settled for an object, by their place in the rule.
    mutating func unsettledChecks(of id: ObjectID) -> [Int] {
        guard let exists = reader.model.objects[id.index].existence.holds(in: reader.world) else { return allChecks }
        guard exists else { return [] }
        activation.enter(object: reader.object(id))
        if let condition = rule.condition {
            guard let applies = run.truth(of: condition, activation) else { return allChecks }
            guard applies else { return [] }
        }
        guard let list = rule.list else { return unsettledChecks() }
        guard case .list(let members)? = try? run.value(of: list, activation), members.unknownTail == nil else {
            return allChecks
        }
        guard !members.elements.isEmpty else { return [] }
        return unsettledChecks(over: members.elements)
    }

    /// The same for the object or the member that the activation holds.
    private mutating func unsettledChecks() -> [Int] {
        var unsettled: [Int] = []
        for index in rule.checks.indices where !settles(index) { unsettled.append(index) }
        return unsettled
    }

    private mutating func unsettledChecks(over members: [CEL.Value]) -> [Int] {
        var unsettled: Set<Int> = []
        for member in members {
            activation.enter(member: member)
            if let condition = rule.memberCondition {
                guard let applies = run.truth(of: condition, activation) else { return allChecks }
                guard applies else { continue }
            }
            unsettled.formUnion(unsettledChecks())
        }
        return unsettled.sorted()
    }

    /// Whether a check is certainly good or does not apply.
    private mutating func settles(_ index: Int) -> Bool {
        let check = rule.checks[index]
        let steps = run.stepsLeft
        if let condition = check.condition {
            guard let applies = run.truth(of: condition, activation) else { return false }
            guard applies else { return true }
        }
        guard run.truth(of: check.assertion, activation) == true else {
            run.refund(to: steps)
            return false
        }
        passed[index] = true
        return true
    }
}
