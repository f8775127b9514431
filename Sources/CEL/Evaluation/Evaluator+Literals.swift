extension Evaluator {
    mutating func list(_ members: [Node.Member]) throws(EvaluationError) -> Value {
        var list = ListValue(elements: [])
        list.elements.reserveCapacity(members.count)
        for member in members {
            let value = try evaluate(member.value)
            guard member.isOptional else {
                list.append(value)
                continue
            }
            switch value {
            case .optional(.none): continue
            case .optional(.some(let wrapped)): list.append(wrapped)
            case .unknown(let unknown): list.open(unknown)
            default: throw notOptional(value)
            }
        }
        return .list(list)
    }

    mutating func map(_ entries: [Node.Entry]) throws(EvaluationError) -> Value {
        var map = MapValue()
        var unknownKey: Unknown?
        for entry in entries {
            let key = try evaluate(entry.key)
            var value = try evaluate(entry.value)
            if entry.isOptional {
                switch value {
                case .optional(.none): continue
                case .optional(.some(let wrapped)): value = wrapped
                case .unknown(let unknown):
                    unknownKey.merge(unknown)
                    continue
                default: throw notOptional(value)
                }
            }
            if case .unknown(let unknown) = key {
                unknownKey.merge(unknown)
            } else if !map.insert(key, value) {
                throw EvaluationError(
                    .badArgument, "'\(key.excerpt)' cannot be a map key, or is one twice", range: entry.key.range)
            }
        }
        return unknownKey.map(Value.unknown) ?? .map(map)
    }

    private func notOptional(_ value: Value) -> EvaluationError {
        EvaluationError(.noSuchOverload, "what follows '?' is \(value.runtimeType.name), not optional")
    }
}

extension ListValue {
    /// Adds a member, unless where it would stand is already open.
    mutating func append(_ value: Value) {
        if unknownTail == nil { elements.append(value) }
    }

    /// Notes that from here on members may follow that are not known.
    mutating func open(_ unknown: Unknown) {
        unknownTail.merge(unknown)
    }
}
