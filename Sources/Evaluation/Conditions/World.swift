/// Answers that are assumed for open questions while one side of a condition is looked at.
package struct World: Hashable, Sendable {
    /// What was assumed, without what follows from it.
    package private(set) var answers: [ConditionAtom: Bool]

    /// Creates a world of given answers; they must not contradict each other.
    package init(answers: [ConditionAtom: Bool] = [:]) {
        self.answers = answers
    }

    /// Nothing assumed.
    package static let open = World()

    /// This world with one more answer.
    package func assuming(_ atom: ConditionAtom, _ answer: Bool) -> World {
        var copy = self
        copy.answers[atom] = answer
        return copy
    }

    /// The answer to a question, given or following from other ones; `nil` when it is open.
    ///
    /// A parameter that equals one text equals no other, and one that equals none of its other allowed values equals the last.
    package func answer(to atom: ConditionAtom) -> Bool? {
        if let answer = answers[atom] { return answer }
        if answers.contains(where: { $0.value && atom.isExcluded(by: $0.key) }) { return false }
        return isLastAlternative(atom) ? true : nil
    }

    private func isLastAlternative(_ atom: ConditionAtom) -> Bool {
        guard let subject = atom.subject, !atom.alternatives.isEmpty, answers.count >= atom.alternatives.count else {
            return false
        }
        let refused = Set(answers.compactMap { !$0.value && $0.key.subject == subject ? $0.key.literal : nil })
        return refused.isSuperset(of: atom.alternatives)
    }
}
