import Evaluation

/// The exports of a run's stacks, by name.
struct ExportTable {
    enum Answer {
        case output(StackEvaluator, String)
        /// Several stacks give the name.
        case ambiguous
        /// A stack of the input gives a name that is not wholly known and may be this one.
        case perhaps
        /// No stack of the input gives it.
        case outside
    }

    private var outputs: [String: [(evaluator: StackEvaluator, output: String)]] = [:]
    /// Names that are not wholly known.
    private var openNames: [Value] = []

    init() {}

    init(reading evaluators: [StackEvaluator]) {
        for evaluator in evaluators {
            for entry in evaluator.sections.outputs {
                guard let name = evaluator.outputs.exportName(entry), evaluator.outputs.existence(of: entry) != .never else {
                    continue
                }
                if let text = name.knownText {
                    outputs[text, default: []].append((evaluator, entry.name))
                } else {
                    openNames.append(name)
                }
            }
        }
    }

    func answer(to name: String) -> Answer {
        if let found = outputs[name] {
            guard let only = found.first, found.count == 1 else { return .ambiguous }
            return .output(only.evaluator, only.output)
        }
        guard let first = openNames.first else { return .outside }
        let wanted = Value(.scalar(.init(name)), origin: first.origin)
        return openNames.contains { !$0.contradicts(wanted) } ? .perhaps : .outside
    }
}
