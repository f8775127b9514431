import Templates

/// Names the conditions under which a verdict is bad, leaving out those that do not matter.
enum WorldDescription {
    /// "IsProd is false and HasCache is true"; `nil` when it is bad in every world.
    static func text(of bad: Leaf, among leaves: [Leaf]) -> String? {
        var kept = bad.world.answers
        for atom in kept.keys.sorted(by: { $0.key < $1.key }) {
            let fewer = kept.filter { $0.key != atom }
            if leaves.allSatisfy({ $0.isBad || contradicts($0.world, fewer) }) { kept = fewer }
        }
        guard !kept.isEmpty else { return nil }
        return kept.sorted { ($0.key.label, $0.key.key) < ($1.key.label, $1.key.key) }
            .map { "\($0.key.label) is \($0.value)" }.joined(separator: " and ")
    }

    private static func contradicts(_ world: World, _ answers: [ConditionAtom: Bool]) -> Bool {
        answers.contains { atom, answer in world.answer(to: atom).map { $0 != answer } ?? false }
    }
}
