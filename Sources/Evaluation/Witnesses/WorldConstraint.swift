/// A condition with the truth that a world demands of it.
struct WorldConstraint: Sendable {
    let condition: Condition
    let truth: Bool
    /// The use of inputs in each of its questions.
    let use: [InputUse]
    /// Keys of the inputs that it depends on.
    let inputKeys: Set<String>
    /// Keys of copies among them: what is demanded of such a key matters only to those that read it.
    private let copyKeys: Set<String>
    /// Whether each question can be asked again once inputs have values.
    let isAskable: Bool

    init(_ condition: Condition, mustBe truth: Bool) {
        self.condition = condition
        self.truth = truth
        let atoms = condition.atoms
        use = atoms.compactMap { $0.question.map(InputUse.init) }
        let inputs = use.flatMap(\.inputs.values)
        // The region and the partition are two inputs and one place.
        let place = inputs.contains { $0.fact?.isPlace ?? false } ? ["the place of the deployment"] : []
        inputKeys = Set(inputs.map(\.key) + place)
        copyKeys = inputKeys.filter { $0.contains("|") }
        isAskable = atoms.allSatisfy { $0.question != nil }
    }

    /// Whether it matters as a premise to those that read some inputs.
    func concerns(_ inputs: Set<String>) -> Bool { !(copyKeys.isEmpty ? inputKeys : copyKeys).isDisjoint(with: inputs) }

    /// Whether the values of `valuation` give the truth; `nil` while that is open.
    func holds(in valuation: Valuation) -> Bool? {
        do throws(ExpressionFailure) {
            return try valuation.truth(of: condition).map { $0 == truth }
        } catch {
            // A deployment that stops here makes no world.
            return false
        }
    }

    /// How to name it to a person.
    var phrase: String {
        if case .atom(let atom) = condition { return atom.phrase(truth) }
        return "the validations hold"
    }
}

extension Condition {
    /// Most questions that are taken from one formula.
    private static let mostAtoms = 256

    /// Whether each of its questions can be asked again once inputs have values.
    var isAskable: Bool { atoms.allSatisfy { $0.question != nil } }

    /// The questions of the formula, each once.
    var atoms: [ConditionAtom] {
        var found: [ConditionAtom] = []
        var seen: Set<ConditionAtom> = []
        collect(into: &found, &seen)
        return found
    }

    private func collect(into found: inout [ConditionAtom], _ seen: inout Set<ConditionAtom>) {
        guard found.count < Self.mostAtoms else { return }
        switch self {
        case .always, .never: return
        case .atom(let atom): if seen.insert(atom).inserted { found.append(atom) }
        case .not(let inner): inner.collect(into: &found, &seen)
        case .all(let parts), .any(let parts): for part in parts { part.collect(into: &found, &seen) }
        }
    }
}
