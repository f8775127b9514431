import Evaluation
import YAMLBridge

extension ModuleEvaluator {
    /// The copies of a resource, data source or module.
    ///
    /// - Parameter name: the block's address in the module: `aws_sqs_queue.jobs`, `data.aws_region.here`, `module.a`.
    func copies(of block: ConfigurationBlock, _ name: String) -> BlockCopies {
        let origin = block.origin(resource: prefix + name)
        switch knownCopies.begin(name) {
        case .known(let copies): return copies
        case .underway:
            reportCircle("the copies of \(prefix)\(name) depend on themselves", of: name, at: origin)
            return .undecided(
                isCount: false, .atom(ConditionAtom(key: "\(run.firstStack)@\(prefix)\(name)", label: "\(prefix)\(name)")))
        case .begun: return knownCopies.end(name, with: readCopies(of: block, name, at: origin))
        }
    }

    private func readCopies(of block: ConfigurationBlock, _ name: String, at origin: Origin) -> BlockCopies {
        if let planned = plannedCopies(of: block, name, at: origin) { return planned }
        for (argument, isCount) in [("count", true), ("for_each", false)] {
            guard let entry = block.entry(argument) else { continue }
            let place = origin.child(.key(argument), node: entry.value, key: entry.key)
            let value = BodyReader(scope: scope(name)).value(entry.value, at: place)
            let known = isCount ? counted(value, name, at: place) : keyed(value)
            // Copies that are more than a run takes stand there as one whose number is not known.
            if let known, run.work.spendInstances(known.count, at: place, of: prefix + name) {
                if known.count == 0 { noteDefaults(of: value, name) }
                return known
            }
            let label = isCount ? "count of \(prefix)\(name) is above 0" : "for_each of \(prefix)\(name) has elements"
            let key = "\(run.firstStack)@\(prefix)\(name).\(argument)"
            openCopies[name] = value
            return .undecided(
                isCount: isCount,
                .atom(ConditionAtom(key: key, label: label, question: Self.hasCopies(value, isCount: isCount))))
        }
        return enabledCopy(of: block, name, at: origin)
    }

    /// Notes the defaults that leave a block without copies. What is written so, or given by hand, is meant so.
    private func noteDefaults(of value: Value, _ name: String) {
        let defaults = value.assumedDefaults
        if !defaults.isEmpty { switchedOff[name] = defaults }
    }

    /// The question whether a block with an open number of copies has one.
    private static func hasCopies(_ value: Value, isCount: Bool) -> Value {
        let zero = Value.number(0, origin: value.origin)
        guard !isCount, let length = FunctionTable.builtIn.functions["length"] else {
            return .question(.comparison(.greater), [value, zero], at: value.origin)
        }
        let count = Value.question(FunctionTable.operation("length", length), [value], at: value.origin)
        return .question(.comparison(.greater), [count, zero], at: value.origin)
    }

    /// The one copy of a block that OpenTofu's `lifecycle { enabled = ... }` may leave out
    /// (https://opentofu.org/docs/language/meta-arguments/enabled/).
    private func enabledCopy(of block: ConfigurationBlock, _ name: String, at origin: Origin) -> BlockCopies {
        guard let entry = block.bodies("lifecycle").compactMap({ $0.entry("enabled") }).last else { return .single }
        let place = origin.child(.key("lifecycle"), node: entry.value, key: entry.key)
        var existence = Condition.never
        for (condition, value) in BodyReader(scope: scope(name)).value(entry.value, at: place).alternatives {
            guard let isEnabled = value.convertedTruth else {
                let key = "\(run.firstStack)@\(prefix)\(name).enabled"
                return .undecided(isCount: true, .atom(ConditionAtom(key: key, label: "\(prefix)\(name) is enabled")))
            }
            if isEnabled { existence = existence.or(condition) }
        }
        return existence == .always ? .single : .undecided(isCount: true, existence.simplified)
    }

    /// `nil` when the number is not known, or more than a run takes.
    private func counted(_ value: Value, _ name: String, at origin: Origin) -> BlockCopies? {
        var conditions: [Condition] = []
        for (condition, number) in value.alternatives {
            guard let count = number.convertedNumber?.wholeNumber, count >= 0 else { return nil }
            guard count <= run.options.limits.copies else {
                _ = run.work.spendInstances(count, at: origin, of: prefix + name)
                return nil
            }
            while conditions.count < count { conditions.append(.never) }
            for index in 0..<count { conditions[index] = conditions[index].or(condition) }
        }
        // All alternatives together are always.
        let isDecided = !value.isChoice
        return .counted(isDecided ? conditions.map { _ in .always } : conditions.map(\.simplified))
    }

    /// `nil` when the keys are not known.
    private func keyed(_ value: Value) -> BlockCopies? {
        var copies: [(key: String, value: Value, existence: Condition)] = []
        var places: [String: Int] = [:]
        for (condition, collection) in value.alternatives {
            guard let elements = Self.elements(of: collection) else { return nil }
            for (key, value, existence) in elements {
                let existence = condition.and(existence)
                guard let place = places[key] else {
                    places[key] = copies.count
                    copies.append((key, value, existence))
                    continue
                }
                let known = copies[place]
                copies[place] = (
                    key, Value.choice(existence, value, known.value, origin: value.origin),
                    known.existence.or(existence).simplified
                )
            }
        }
        return .keyed(copies.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    }

    /// Keys and values of a map or of a set of texts.
    private static func elements(of collection: Value) -> [(key: String, value: Value, existence: Condition)]? {
        switch collection.content {
        case .map(let members, _):
            return Value.sorted(members).map { member in
                let (value, existence) = member.value.presence
                return (member.key, value, existence)
            }
        case .list(let elements, []):
            var keys: [(key: String, value: Value, existence: Condition)] = []
            for element in elements {
                let (value, existence) = element.presence
                guard let key = value.convertedText else { return nil }
                keys.append((key, value, existence))
            }
            return keys
        default: return nil
        }
    }
}

extension Condition {
    /// Always, where one part is the opposite of another: what both sides of one question give.
    fileprivate var simplified: Condition {
        switch self {
        case .not(.all(let parts)):
            let negated = Set(parts.map(\.negated))
            return parts.contains(where: negated.contains) ? .always : self
        default: return self
        }
    }
}
