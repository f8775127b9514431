import Evaluation
import YAMLBridge

/// What names stand for in a block: those of its module, and what its copy gives.
struct BlockScope: ExpressionScope {
    let module: ModuleEvaluator
    let repetition: Repetition
    /// The block's address: `aws_sqs_queue.jobs[0]`, `local.name`.
    let address: String

    var work: EvaluationWork { module.run.work }
    var facts: ProviderFacts { module.run.options.facts }

    var identity: String { module.prefix + address }

    func report(_ problem: TemplateProblem) { module.report(problem) }

    func file(_ path: String) -> String? { module.run.file(path) }

    func attribute(_ name: String, of resource: ResourceID, at origin: Origin) -> Value {
        module.run.attribute(name, of: resource, at: origin)
    }

    func configured(_ reference: Reference, at origin: Origin) -> Value? { module.run.configured(reference, at: origin) }

    func typing(ofVariable name: String) -> VariableTyping? { module.typing(ofVariable: name) }

    func value(
        of name: String, _ steps: [TraversalStep], at origin: Origin
    ) throws(ExpressionFailure) -> (value: Value, taken: Int) {
        let first = steps.first?.name
        switch (name, first) {
        case ("var", let variable?): return (module.variableReference(variable, at: origin), 1)
        case ("local", let local?): return (module.localReference(local, at: origin), 1)
        case ("each", let member?): return (each(member, at: origin), 1)
        case ("count", let member?): return (counter(member, at: origin), 1)
        case ("path", "module"?): return (.text(module.folderFromRoot, origin: origin), 1)
        case ("path", "root"?): return (.text(".", origin: origin), 1)
        case ("path", let member?): return (opaque("path.\(member)", at: origin), 1)
        case ("terraform", let member?): return (opaque("terraform.\(member)", at: origin), 1)
        case ("module", let call?): return try module.callReference(call, steps.dropFirst(), self, at: origin)
        case ("data", _): return try resource(.data, steps, at: origin)
        case ("resource", _): return try resource(.resource, steps, at: origin)
        case ("self", _), ("ephemeral", _): return (opaque(name, at: origin), 0)
        default: return try resource(.resource, [.attribute(name)] + steps, written: name, at: origin)
        }
    }

    /// A reference to a resource or a data source; `written` is the name that was no step.
    private func resource(
        _ section: ModuleConfiguration.Section, _ steps: [TraversalStep], written: String? = nil, at origin: Origin
    ) throws(ExpressionFailure) -> (value: Value, taken: Int) {
        guard steps.count >= 2, let type = steps[0].name, let name = steps[1].name else {
            report(
                TemplateProblem(
                    code: .unresolvedReference, message: "'\(written ?? section.rawValue)' is not a reference",
                    help: "Write TYPE.NAME for a resource, var.NAME for a variable, local.NAME for a local value.",
                    origin: origin))
            return (.unknown(Reason("'\(written ?? section.rawValue)' is not a reference"), origin: origin), steps.count)
        }
        let answer = try module.resourceReference(section, "\(type).\(name)", steps.dropFirst(2), self, at: origin)
        return (answer.value, answer.taken + (written == nil ? 2 : 1))
    }

    // MARK: - Copies

    private func each(_ member: String, at origin: Origin) -> Value {
        guard case .each(let key, let value) = repetition else { return copyUnknown("each.\(member)", at: origin) }
        return member == "key" ? .text(key, origin: origin) : value.placed(at: origin)
    }

    private func counter(_ member: String, at origin: Origin) -> Value {
        guard case .count(let index) = repetition else { return copyUnknown("count.\(member)", at: origin) }
        return .number(index, origin: origin)
    }

    private func copyUnknown(_ name: String, at origin: Origin) -> Value {
        guard case .undecided = repetition else {
            let argument = name.hasPrefix("each") ? "for_each" : "count"
            report(
                TemplateProblem(
                    code: .unresolvedReference, message: "'\(name)' stands in a block without \(argument)",
                    help: "Add \(argument), or write the value itself.", origin: origin))
            return .unknown(Reason("'\(name)' stands in a block without \(argument)"), origin: origin)
        }
        if let collection = module.openCopies[address],
            let value = module.copyValue(name, copySource(name), of: collection, address, at: origin)
        {
            return value
        }
        return .unknown(
            Reason("the copies of \(module.prefix)\(address) are not known", source: copySource(name)), origin: origin)
    }

    /// Identifies the key of a copy whose block stands for all of them.
    func copySource(_ name: String) -> String { "\(module.run.firstStack)#\(module.prefix)\(address)|\(name)" }

    /// Whether a key is that of the block's own copy, where the block stands for all of them.
    func isOwnKey(_ key: Value) -> Bool {
        let own = ["each.key", "each.value", "count.index"].map(copySource)
        return key.unknownReasons.first?.source.map(own.contains) ?? false
    }

    private func opaque(_ name: String, at origin: Origin) -> Value {
        let input = OpenInput.attribute(key: "\(module.run.firstStack)#\(name)", name: name, isARN: false)
        return module.run.options.open(input, "\(name) is known when Terraform runs only", at: origin)
    }
}
