import Evaluation

/// What a call of a module gives to those who refer to it.
extension ModuleEvaluator {
    /// A reference to a module's output, with the steps that choose a copy.
    func callReference(
        _ name: String, _ steps: some Collection<TraversalStep>, _ user: BlockScope, at origin: Origin
    ) throws(ExpressionFailure) -> (value: Value, taken: Int) {
        guard let block = configuration.block(.module, name) else {
            let help = "Declare it, or correct the name."
            return (undeclared("module", name, among: configuration.names(.module), help: help, at: origin), 1)
        }
        let steps = Array(steps.prefix(2))
        switch use(of: name, block) {
        case .unread(let reason):
            // What identifies the value is its way: two uses of one output are the same.
            return unreadOutput(of: name, steps.first, reason, at: origin)
        case .read(let copies, let modules):
            if case .single = copies, let module = modules.first?.module {
                return (try output(of: module, steps, at: origin), min(2, 1 + steps.count))
            }
            guard case .index(let key)? = steps.first else {
                return (whole(copies, modules, at: origin), 1)
            }
            let chosen = modules.first { $0.repetition.matches(key) }
            guard let chosen else {
                if key.convertedText == nil || modules.contains(where: { $0.repetition.isUndecided }) {
                    return (uncertain(name, modules, steps, user, key, at: origin), 1 + steps.count)
                }
                throw ExpressionFailure("module \(prefix)\(name) has no copy '\((key.convertedText ?? "").prefix(40))'")
            }
            let output = try output(of: chosen.module, Array(steps.dropFirst()), at: origin)
            let existence = copies.all.first { $0.repetition.matches(key) }?.existence ?? .always
            let missing = "module \(prefix)\(name) has no copy '\((key.convertedText ?? "").prefix(40))'"
            return (
                Value.choice(existence, output, .failure(missing, origin: origin), origin: origin), 1 + steps.count
            )
        }
    }

    /// An output of a module that is not read: what identifies it is its name.
    private func unreadOutput(
        of name: String, _ step: TraversalStep?, _ reason: Reason, at origin: Origin
    ) -> (value: Value, taken: Int) {
        let address = "\(prefix)module.\(name)"
        let source = "\(run.firstStack)#\(address)"
        guard case .attribute(let output)? = step else {
            return (.unknown(Reason(reason.text, source: source), mayBeAbsent: true, origin: origin), 1)
        }
        let input = OpenInput(
            key: "\(source).\(output)", name: "\(address).\(output)", kind: .deployment, shape: .any, isNullable: true)
        return (run.options.open(input, reason.text, mayBeAbsent: true, at: origin), 2)
    }

    /// An output that the first step names, or the module with all of them.
    private func output(
        of module: ModuleEvaluator, _ steps: [TraversalStep], at origin: Origin
    ) throws(ExpressionFailure)
        -> Value
    {
        guard let name = steps.first?.name else { return own(outputs(of: module, at: origin), of: module, at: origin) }
        guard let value = module.output(name) else {
            return undeclared(
                "output of \(module.prefix.dropLast())", name, among: module.configuration.names(.output),
                help: "Declare it in the module, or correct the name.", at: origin)
        }
        let place = module.configuration.block(.output, name)?.origin(resource: nil, path: [.key("output"), .key(name)])
        let step = OriginStep(
            kind: .output(name: name), label: "output \(name) of \(module.prefix.dropLast())", origin: place)
        return own(value.moved(to: origin, step: step), of: module, at: origin)
    }

    /// A value that a copy of somebody else's module gives stands where it is used.
    private func own(_ value: Value, of module: ModuleEvaluator, at origin: Origin) -> Value {
        module.bringing != nil && bringing == nil ? value.placedThroughout(at: origin) : value
    }

    private func outputs(of module: ModuleEvaluator, at origin: Origin) -> Value {
        let members = module.outputNames.compactMap { name in
            module.output(name).map { Value.Member(key: name, value: $0) }
        }
        return Value(.map(members), origin: origin)
    }

    private func whole(
        _ copies: BlockCopies, _ modules: [(repetition: Repetition, module: ModuleEvaluator)], at origin: Origin
    ) -> Value {
        let values = modules.map { (outputs(of: $0.module, at: origin), $0.module.existence, $0.repetition) }
        switch copies {
        case .counted: return Value(.list(values.map { $0.0.present(when: $0.1) }, open: []), origin: origin)
        case .keyed:
            let members = values.compactMap { value, existence, repetition -> Value.Member? in
                guard case .each(let key, _) = repetition else { return nil }
                return Value.Member(key: key, value: value.present(when: existence))
            }
            return Value(.map(members), origin: origin)
        case .single, .undecided:
            return .unknown(madeOf: values.map(\.0), Reason("the module's copies are not known"), origin: origin)
        }
    }

    /// An output of a copy that is not known: made of that output of every copy, or the output itself where the copies go
    /// along with those of the block that asks.
    private func uncertain(
        _ name: String, _ modules: [(repetition: Repetition, module: ModuleEvaluator)], _ steps: [TraversalStep],
        _ user: BlockScope, _ key: Value, at origin: Origin
    ) -> Value {
        let outputs = modules.map {
            (try? output(of: $0.module, Array(steps.dropFirst()), at: origin)) ?? Value(.absent, origin: origin)
        }
        if modules.count == 1, user.isOwnKey(key) || key.convertedText == "0", let only = outputs.first { return only }
        return .unknown(
            madeOf: outputs + [key], Reason("which copy of module \(name) is meant is not known"), origin: origin)
    }
}

extension Repetition {
    fileprivate var isUndecided: Bool {
        if case .undecided = self { true } else { false }
    }

    /// Whether a known key means this copy.
    fileprivate func matches(_ key: Value) -> Bool {
        switch self {
        case .count(let index): key.convertedNumber?.wholeNumber == index
        case .each(let own, _): key.convertedText == own
        case .single, .undecided: false
        }
    }
}
