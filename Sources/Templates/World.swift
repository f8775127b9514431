/// Answers that are assumed for open questions while one side of a condition is looked at.
public struct World: Hashable, Sendable {
    public private(set) var answers: [ConditionAtom: Bool]

    public init(answers: [ConditionAtom: Bool] = [:]) {
        self.answers = answers
    }

    /// Nothing assumed.
    public static let open = World()

    /// This world with one more answer.
    public func assuming(_ atom: ConditionAtom, _ answer: Bool) -> World {
        var copy = self
        copy.answers[atom] = answer
        return copy
    }

    /// The answer to a question, given or following from another one; `nil` when it is open.
    public func answer(to atom: ConditionAtom) -> Bool? {
        if let answer = answers[atom] { return answer }
        let isExcluded = answers.contains { $0.value && atom.isExcluded(by: $0.key) }
        return isExcluded ? false : nil
    }
}
