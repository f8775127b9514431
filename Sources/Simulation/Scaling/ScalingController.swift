/// Application Auto Scaling for one service: its bounds, its policies and their cooldowns.
///
/// Any policy scales out, the largest wish counts; target tracking scales in only when every one of them that may is ready to
/// (API PutScalingPolicy). A scale-in starts its cooldown, and a scale-out ends it. What a step added counts, during its
/// cooldown, as part of the next (API StepScalingPolicyConfiguration).
struct ScalingController {
    /// A decision.
    struct Decision: Equatable {
        let tasks: Int
        /// Which policy; `nil` for a scheduled action.
        let policy: Int?
    }

    private struct Memory {
        var last: Int?
        var scaledOut = false
        var base = 0
    }

    private(set) var minimum: Int
    private(set) var maximum: Int
    private let settings: ScalingSettings
    private var memories: [Memory]
    private var restUntil: Int?
    /// The samples that policies look back at: the most that any needs.
    private var values: [[Fraction?]]

    init(_ settings: ScalingSettings) {
        self.settings = settings
        minimum = settings.minimum
        maximum = settings.maximum
        memories = settings.policies.map { _ in Memory() }
        values = settings.policies.map { _ in [] }
    }

    var hasPolicies: Bool { !settings.policies.isEmpty }

    private static let longestMemory = 1_500

    /// Sees a published sample and says what to do.
    mutating func evaluate(_ sample: QueueSample, now: Int, running: Int, desired: Int) -> Decision? {
        var outs: [Decision] = []
        var ins: [Decision] = []
        var keepsTargets = false
        for (index, policy) in settings.policies.enumerated() {
            values[index].append(policy.metric.value(of: sample))
            if values[index].count > Self.longestMemory { values[index].removeFirst(Self.longestMemory / 2) }
            switch policy.rule {
            case .targetTracking(let rule):
                switch rule.wish(values[index], running: running) {
                case .out(let tasks):
                    outs.append(Decision(tasks: clamp(tasks), policy: index))
                    if !rule.disablesScaleIn { keepsTargets = true }
                case .in(let tasks): ins.append(Decision(tasks: tasks, policy: index))
                case .hold: keepsTargets = true
                case .ignored: continue
                }
            case .step(let rule):
                guard let amount = rule.amount(values[index]) else { continue }
                let tasks = rule.tasks(from: base(of: index, rule, amount, desired, now), by: amount)
                if tasks > desired { outs.append(Decision(tasks: clamp(tasks), policy: index)) }
                if tasks < desired { ins.append(Decision(tasks: tasks, policy: index)) }
            }
        }
        outs.removeAll { $0.tasks <= desired }
        if let out = Self.largest(outs) { return settings.suspendsScaleOut ? nil : scaleOut(out, now, desired) }
        if keepsTargets { ins.removeAll { $0.policy.map { settings.policies[$0].isTargetTracking } ?? false } }
        guard let wish = Self.largest(ins), !settings.suspendsScaleIn else { return nil }
        return scaleIn(wish, now, desired)
    }

    private func clamp(_ tasks: Int) -> Int { min(max(tasks, minimum), maximum) }

    private static func largest(_ wishes: [Decision]) -> Decision? {
        var found: Decision?
        for wish in wishes where found.map({ wish.tasks > $0.tasks }) ?? true { found = wish }
        return found
    }

    private func isCooling(_ index: Int, _ rule: StepRule, _ now: Int) -> Bool {
        guard let last = memories[index].last, memories[index].scaledOut else { return false }
        return now < last + rule.cooldown
    }

    private func base(of index: Int, _ rule: StepRule, _ amount: Int, _ desired: Int, _ now: Int) -> Int {
        amount > 0 && isCooling(index, rule, now) ? memories[index].base : desired
    }

    private mutating func scaleOut(_ wish: Decision, _ now: Int, _ desired: Int) -> Decision {
        guard let index = wish.policy else { return wish }
        var isCooling = false
        if case .step(let rule) = settings.policies[index].rule { isCooling = self.isCooling(index, rule, now) }
        if !isCooling { memories[index].base = desired }
        memories[index].last = now
        memories[index].scaledOut = true
        restUntil = nil
        return wish
    }

    private mutating func scaleIn(_ wish: Decision, _ now: Int, _ desired: Int) -> Decision? {
        let tasks = clamp(wish.tasks)
        guard tasks < desired, let index = wish.policy else { return nil }
        if let restUntil, now < restUntil { return nil }
        restUntil = now + settings.policies[index].scaleInRest
        memories[index].last = now
        memories[index].scaledOut = false
        return Decision(tasks: tasks, policy: index)
    }

    /// New bounds, which pull the number of tasks in.
    mutating func change(_ change: BoundsChange, desired: Int) -> Decision? {
        minimum = change.minimum ?? minimum
        maximum = change.maximum ?? maximum
        let tasks = clamp(desired)
        return tasks == desired ? nil : Decision(tasks: tasks, policy: nil)
    }
}
