import Synchronization

/// Finds values of the open inputs that give the answers which a world assumes.
///
/// Questions that share no input are looked at apart, so that independent inputs are not multiplied.
package final class WorldSolver: Sendable {
    /// What is found out about a world.
    package enum Answer: Sendable {
        /// These values make it.
        case witness(Witness)
        /// No values do.
        case impossible
        /// None were found, for this reason; there may be some all the same.
        case open(String)
    }

    /// What must hold of the inputs whatever they are: validations, assertions, preconditions.
    private let premises: [WorldConstraint]
    /// Whether something that must hold does not.
    private let isRefused: Bool
    private let known = Mutex<[World: Solution]>([:])

    /// An answer with the steps that it took, which are the same whoever asks first.
    package struct Solution: Sendable {
        /// What is found out.
        package let answer: Answer
        /// The steps that finding it takes.
        package let steps: Int
    }

    /// Most worlds whose answers are kept.
    private static let mostKnown = 20_000
    /// Most premises that one world is held against.
    private static let mostPremises = 64

    /// Creates a solver.
    ///
    /// - Parameter premises: conditions that hold in every deployment.
    package init(premises: [Condition] = []) {
        isRefused = premises.contains(.never)
        self.premises = premises.map { WorldConstraint($0, mustBe: true) }.filter { !$0.use.isEmpty }
    }

    /// Looks for values that give a world's answers; the same for the same world.
    package func answer(to world: World) -> Answer { solution(of: world).answer }

    /// The same, with what it costs.
    package func solution(of world: World) -> Solution {
        if isRefused { return Solution(answer: .impossible, steps: 0) }
        if world.answers.isEmpty { return Solution(answer: .witness(Witness([])), steps: 0) }
        if let solution = known.withLock({ $0[world] }) { return solution }
        let solution = solve(world)
        known.withLock { if $0.count < Self.mostKnown { $0[world] = solution } }
        return solution
    }

    /// Whether a condition may hold at all, as far as its inputs' declarations decide that.
    package static func mayHold(_ condition: Condition) -> Bool {
        switch condition {
        case .always: return true
        case .never: return false
        default: break
        }
        var search = WitnessSearch([WorldConstraint(condition, mustBe: true)])
        if case .impossible = search.run() { return false }
        return true
    }

    /// Values of what the user gives under which a condition holds, in words; `nil` where none were found.
    package static func example(of condition: Condition) -> String? {
        var search = WitnessSearch([WorldConstraint(condition, mustBe: true)])
        guard case .witness(let witness) = search.run(), !witness.givenPhrase.isEmpty else { return nil }
        return witness.givenPhrase
    }

    private func solve(_ world: World) -> Solution {
        let asked = world.answers.sorted { $0.key.key < $1.key.key }
        var constraints = asked.map { WorldConstraint(.atom($0.key), mustBe: $0.value) }
        guard let premises = premises(for: constraints) else {
            return Solution(answer: .open("more than \(Self.mostPremises) demands are made of its inputs"), steps: 0)
        }
        constraints += premises
        var entries: [Witness.Entry] = []
        var failure: String?
        var steps = 0
        for group in Self.groups(of: constraints) {
            var search = WitnessSearch(group)
            let answer = search.run()
            steps += search.steps
            switch answer {
            case .witness(let witness): entries += witness.entries
            case .impossible: return Solution(answer: .impossible, steps: steps)
            case .open(let reason): failure = failure ?? reason
            }
        }
        return Solution(answer: failure.map(Answer.open) ?? .witness(Witness(entries)), steps: steps)
    }

    /// The premises about the inputs of a world, and about those that these bring in.
    ///
    /// - Returns: `nil` when these are too many.
    private func premises(for constraints: [WorldConstraint]) -> [WorldConstraint]? {
        guard !premises.isEmpty else { return [] }
        var inputs = Set(constraints.flatMap(\.inputKeys))
        var taken: [WorldConstraint] = []
        var left = premises
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            let touching = left.filter { $0.concerns(inputs) }
            guard !touching.isEmpty else { break }
            left.removeAll { $0.concerns(inputs) }
            taken += touching
            guard taken.count <= Self.mostPremises else { return nil }
            let more = Set(touching.flatMap(\.inputKeys))
            isGrowing = !more.isSubset(of: inputs)
            inputs.formUnion(more)
        }
        return taken
    }

    /// Constraints that share inputs, together.
    private static func groups(of constraints: [WorldConstraint]) -> [[WorldConstraint]] {
        var groups: [(keys: Set<String>, constraints: [WorldConstraint])] = []
        for constraint in constraints {
            var keys = constraint.inputKeys
            var members = [constraint]
            groups.removeAll { group in
                guard !keys.isEmpty, !group.keys.isDisjoint(with: keys) else { return false }
                keys.formUnion(group.keys)
                members = group.constraints + members
                return true
            }
            groups.append((keys, members))
        }
        return groups.map(\.constraints)
    }
}
