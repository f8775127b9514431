import Evaluation
import Templates

/// Reads what is known of a worker beside its capacity: configuration first, then its own metadata and tags, then the
/// environment variables that the configuration names.
struct WorkerFactReading {
    let assembly: ModelAssembly
    /// The service or function; for a task definition without a service the definition.
    let worker: ObjectID
    /// The task definition, when there is one.
    let definition: ObjectID?

    /// A fact that is a whole number of seconds, messages or the like.
    func integer(_ name: String, declared: (WorkerDeclaration) -> Int64?, usual: Int64?) -> Field {
        if let declaration, let value = declared(declaration) {
            return said(.integer(value), name: name, text: "\(value)")
        }
        if let written = written(name) {
            switch written.content {
            case .scalar(let scalar):
                if let value = Self.roundedUp(scalar.text) {
                    return Field(.integer(value), state: .explicit, origin: written.origin, steps: written.steps)
                }
            default:
                return Field(
                    .unknown(written.unknownReasons, mayBeAbsent: false), state: .unknown, origin: written.origin)
            }
        }
        return missing(name, usual: usual.map { .integer($0) }, text: usual.map { "\($0)" })
    }

    /// Whether the worker extends the visibility timeout.
    func bool(_ name: String, declared: (WorkerDeclaration) -> Bool?, usual: Bool) -> Field {
        if let declaration, let value = declared(declaration) { return said(.bool(value), name: name, text: "\(value)") }
        if let written = written(name), let text = written.knownText, let value = ScalarReading.bool(text, isQuoted: true) {
            return Field(.bool(value), state: .explicit, origin: written.origin, steps: written.steps)
        }
        let assumption = usual ? "that the worker extends the timeout" : "that the worker does not extend the timeout"
        return Field(.bool(usual), state: .assumed, origin: origin, assumptions: [assumption])
    }

    func double(_ name: String, declared: (WorkerDeclaration) -> Double?) -> Field {
        if let declaration, let value = declared(declaration) { return said(.double(value), name: name, text: "\(value)") }
        if let written = written(name), let value = written.knownText.flatMap(ScalarReading.double) {
            return Field(.double(value), state: .explicit, origin: written.origin, steps: written.steps)
        }
        return missing(name, usual: nil, text: nil)
    }

    /// The longest time for one message, in seconds, rounded up.
    func processingSeconds() -> Field {
        let direct = integer("processingSeconds", declared: \.processingSeconds, usual: nil)
        return isMissing(direct) ? environmentSeconds() ?? direct : direct
    }

    // MARK: - Sources

    /// The first declaration of the configuration whose pattern means this worker.
    var declaration: WorkerDeclaration? {
        let names = Self.names(of: worker, in: assembly) + (definition.map { Self.names(of: $0, in: assembly) } ?? [])
        return assembly.facts.workers.first { worker in
            names.contains { ActionPattern.matches(worker.pattern, $0) }
        }
    }

    /// The names that the configuration may use for an object: as shown, its logical id, its own name.
    static func names(of id: ObjectID, in assembly: ModelAssembly) -> [String] {
        let object = assembly.objects[id.index]
        let own = assembly.writtenName(of: id)?.knownText
        return [object.name] + (object.name.split(separator: "/").last.map { [String($0)] } ?? []) + (own.map { [$0] } ?? [])
    }

    /// `Metadata: {ecslint: {...}}` or a tag `ecslint:processing-seconds` of the worker or its task definition.
    private func written(_ name: String) -> Value? {
        for id in [worker] + (definition.map { [$0] } ?? []) {
            let metadata = assembly.value(of: id).member(atPath: "Metadata.ecslint").member(name)
            if !metadata.isAbsent, Self.isPresent(metadata) { return metadata }
            guard assembly.hasField(.tags, of: id) else { continue }
            let tags = assembly.objects(.tags, of: id).found
            guard !tags.isEmpty else { continue }
            let tag = "ecslint:" + NameWords.words(of: name).joined(separator: "-")
            for entry in tags
            where assembly.written(.key, of: entry.id).knownText == tag {
                return assembly.written(.value, of: entry.id)
            }
        }
        return nil
    }

    /// A lookup in something unknown is no statement that the fact is there.
    private static func isPresent(_ value: Value) -> Bool {
        if case .unknown(_, let mayBeAbsent) = value.content { !mayBeAbsent } else { true }
    }

    /// The value of the first environment variable that the configuration names for it.
    private func environmentSeconds() -> Field? {
        guard let definition else { return nil }
        let wanted = assembly.facts.processingSecondsFrom.map(Self.comparable)
        for variable in WorkerEnvironment.variables(of: definition, in: assembly)
        where wanted.contains(Self.comparable(variable.name)) {
            return seconds(variable.value, name: variable.name)
        }
        return nil
    }

    private func seconds(_ value: Value, name: String) -> Field {
        let assumption = "longest processing time taken from the environment variable \(name)"
        switch value.content {
        case .choice(let condition, let yes, let no):
            return Field(
                .choice(condition, seconds(yes, name: name), seconds(no, name: name)), state: .explicit,
                origin: value.origin, steps: value.steps)
        case .scalar(let scalar):
            guard let seconds = Self.roundedUp(scalar.text) else {
                return Field(
                    .unknown([Reason("\(name) is '\(scalar.text)', which is not a number of seconds")], mayBeAbsent: false),
                    state: .unknown, origin: value.origin)
            }
            return Field(
                .integer(seconds), state: .assumed, origin: value.origin, steps: value.steps, assumptions: [assumption])
        default:
            return Field(.unknown(value.unknownReasons, mayBeAbsent: false), state: .unknown, origin: value.origin)
        }
    }

    // MARK: - Fields

    private func said(_ content: Field.Content, name: String, text: String) -> Field {
        Field(
            content, state: .assumed, origin: origin, assumptions: ["\(name) \(text) from \(assembly.facts.source)"])
    }

    private func missing(_ name: String, usual: Field.Content?, text: String?) -> Field {
        if let usual, let text {
            return Field(usual, state: .assumed, origin: origin, assumptions: ["\(name) \(text)"])
        }
        let own = assembly.objects[worker.index].name
        return Field(
            .unknown([Self.missingReason(name, worker: own)], mayBeAbsent: false), state: .unknown, origin: origin)
    }

    /// Nobody says how long a message takes.
    func isMissing(_ field: Field) -> Bool {
        guard case .unknown(let reasons, _) = field.content else { return false }
        return reasons == [Self.missingReason("processingSeconds", worker: assembly.objects[worker.index].name)]
    }

    private static func missingReason(_ name: String, worker: String) -> Reason {
        Reason("no \(name) is known for \(worker); set workers.\(worker).\(name) in ecslint.yaml")
    }

    private var origin: Origin { assembly.objects[worker.index].origin }

    /// Without case, `_` and `-`.
    private static func comparable(_ name: String) -> String {
        name.lowercased().filter { $0 != "_" && $0 != "-" }
    }

    /// A number of seconds, rounded up to a whole one; up to a year.
    private static func roundedUp(_ text: String) -> Int64? {
        if let whole = ScalarReading.integer(text) { return whole >= 0 ? whole : nil }
        guard let number = ScalarReading.double(text), number >= 0, number <= 31_536_000 else { return nil }
        return Int64(number.rounded(.up))
    }
}
