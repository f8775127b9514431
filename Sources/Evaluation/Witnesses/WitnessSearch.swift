/// The search for values of a few inputs that give some conditions the truth which a world demands.
struct WitnessSearch {
    /// Most combinations of values that are tried.
    private static let mostTrials = 4_000
    /// Most steps of all valuations together.
    private static let mostSteps = 200_000

    private let constraints: [WorldConstraint]
    private let inputs: [OpenInput]
    private let candidates: [[Datum]]
    /// Constraints by the number of inputs that must have values before they can be asked.
    private let due: [[WorldConstraint]]
    /// Whether the candidates stand for all that the inputs may be.
    private let isComplete: Bool
    private var trials = 0
    /// The steps that were taken.
    private(set) var steps = 0
    /// Whether a constraint stayed open although all inputs had values.
    private var hasOpenEnd = false

    /// - Parameter constraints: conditions that share inputs.
    init(_ constraints: [WorldConstraint]) {
        self.constraints = constraints
        let uses = constraints.flatMap(\.use)
        var byKey: [String: OpenInput] = [:]
        var literals: [String: [Datum]] = [:]
        for use in uses {
            for (key, input) in use.inputs {
                byKey[key] = input
                literals[key, default: []] += use.literals
            }
        }
        // What one input is compared with matters to those that are compared with it.
        let isShared = uses.contains { $0.inputs.count > 1 }
        let shared = isShared ? uses.flatMap(\.literals) + byKey.sorted { $0.key < $1.key }.flatMap(\.value.allowed) : []
        let choices = byKey.values
            .map { ($0, InputCandidates.values(of: $0, meeting: (literals[$0.key] ?? []) + shared)) }
            .sorted { ($0.1.count, $0.0.key) < ($1.1.count, $1.0.key) }
        inputs = choices.map(\.0)
        candidates = choices.map(\.1)
        let places = Dictionary(inputs.enumerated().map { ($1.key, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        var due: [[WorldConstraint]] = Array(repeating: [], count: inputs.count + 1)
        for constraint in constraints {
            due[constraint.inputKeys.compactMap { places[$0] }.max() ?? 0].append(constraint)
        }
        self.due = due
        let isDirect = uses.allSatisfy(\.isDirect)
        isComplete = constraints.allSatisfy(\.isAskable) && inputs.allSatisfy { $0.isFinite || isDirect && !$0.isConstrained }
    }

    /// Runs the search to its end or to its bound.
    mutating func run() -> WorldSolver.Answer {
        if let chosen = search(from: 0, Assignment()) {
            guard constraints.allSatisfy(\.isAskable) else { return .open(unfound) }
            let entries = inputs.compactMap { input in
                chosen[input.key].map {
                    Witness.Entry(key: input.key, name: input.name, kind: input.kind, datum: $0, isSecret: input.isSecret)
                }
            }
            return .witness(Witness(entries))
        }
        return isComplete && !hasOpenEnd && !isExhausted ? .impossible : .open(unfound)
    }

    /// Whether the values that are given so far are those of one place.
    private func agrees(_ assignment: Assignment) -> Bool {
        let values = inputs.compactMap { input -> (fact: DeploymentFact, text: String)? in
            guard let fact = input.fact, fact.isPlace, case .text(let text)? = assignment[input.key] else { return nil }
            return (fact, text)
        }
        return values.count < 2 || DeploymentFact.agree(values)
    }

    private var isExhausted: Bool { trials >= Self.mostTrials || steps >= Self.mostSteps }

    private var unfound: String {
        "no values were found for which \(constraints.prefix(4).map(\.phrase).joined(separator: " and "))"
    }

    private mutating func search(from depth: Int, _ assignment: Assignment) -> Assignment? {
        trials += 1
        guard !isExhausted else { return nil }
        let valuation = Valuation(assignment, steps: min(Valuation.mostSteps, Self.mostSteps - steps))
        defer { steps += 1 + valuation.stepsTaken }
        for constraint in due[depth] where constraint.isAskable {
            switch constraint.holds(in: valuation) {
            case true?: continue
            case false?: return nil
            case nil:
                hasOpenEnd = true
                return nil
            }
        }
        guard depth < inputs.count else { return assignment }
        for datum in candidates[depth] {
            var next = assignment
            next[inputs[depth].key] = datum
            guard inputs[depth].fact?.isPlace != true || agrees(next) else { continue }
            if let found = search(from: depth + 1, next) { return found }
        }
        return nil
    }
}

extension OpenInput {
    /// Whether the values that are tried are all that there are.
    fileprivate var isFinite: Bool { !allowed.isEmpty || shape == .truth }
}
