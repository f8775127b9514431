import Evaluation
import Templates

/// Names the conditions under which a verdict is bad, leaving out those that do not matter.
enum WorldDescription {
    /// The answers under which a verdict is bad, whatever the others are.
    static func essentials(of bad: Leaf, among leaves: [Leaf]) -> World {
        var kept = bad.world.answers
        for atom in kept.keys.sorted(by: { $0.key < $1.key }) {
            let fewer = kept.filter { $0.key != atom }
            if leaves.allSatisfy({ $0.isBad || contradicts($0.world, fewer) }) { kept = fewer }
        }
        return World(answers: kept)
    }

    /// "IsProd is false and HasCache is true", "Stage is live (likewise test)", and values that make it so where the words
    /// do not name them; `nil` for a verdict that is bad in every world.
    static func text(of world: World, _ witness: Witness, among leaves: [Leaf]) -> String? {
        guard !world.answers.isEmpty else { return nil }
        // The conditions of a Terraform expression have no names that a person would know; the values say it all.
        if !witness.entries.isEmpty, witness.entries.allSatisfy({ $0.kind == .variable }) {
            return "for example with \(witness.givenPhrase)"
        }
        let kept = settlingLastAlternatives(world.answers)
        let words = kept.sorted { ($0.key.label, $0.key.key) < ($1.key.label, $1.key.key) }
            .map { $0.key.phrase($0.value) + likewise($0.key, kept, leaves) }.joined(separator: " and ")
        let example = witness.givenPhrase
        guard kept.contains(where: { $0.key.subjectName == nil || !$0.value }), !example.isEmpty else { return "when \(words)" }
        return "when \(words), for example with \(example)"
    }

    /// Where all but one of a parameter's allowed values are refused, the one that is left.
    private static func settlingLastAlternatives(_ answers: [ConditionAtom: Bool]) -> [ConditionAtom: Bool] {
        var settled = answers
        for (atom, answer) in answers where !answer && atom.subjectName != nil && !atom.alternatives.isEmpty {
            let refused = answers.filter { !$0.value && $0.key.subject == atom.subject }
            let literals = Set(refused.keys.compactMap(\.literal))
            let left = atom.alternatives.filter { !literals.contains($0) }
            guard left.count == 1, let last = left.first.flatMap(atom.asking) else { continue }
            for refused in refused.keys { settled[refused] = nil }
            settled[last] = true
        }
        return settled
    }

    /// The other allowed values of a parameter for which the verdict is bad as well: " (likewise test)".
    private static func likewise(_ atom: ConditionAtom, _ kept: [ConditionAtom: Bool], _ leaves: [Leaf]) -> String {
        guard kept[atom] == true, atom.subjectName != nil else { return "" }
        let others = atom.alternatives.filter { literal in
            guard let other = atom.asking(literal) else { return false }
            var answers = kept
            answers[atom] = nil
            answers[other] = true
            let possible = leaves.filter { !contradicts($0.world, answers) }
            return !possible.isEmpty && possible.allSatisfy(\.isBad)
        }
        return others.isEmpty ? "" : " (likewise \(others.joined(separator: ", ")))"
    }

    private static func contradicts(_ world: World, _ answers: [ConditionAtom: Bool]) -> Bool {
        answers.contains { atom, answer in world.answer(to: atom).map { $0 != answer } ?? false }
    }
}
