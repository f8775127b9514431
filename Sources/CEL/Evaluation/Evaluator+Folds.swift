extension Evaluator {
    /// What a fold visits.
    private struct Visit {
        let key: Value
        let value: Value
    }

    mutating func fold(_ fold: Fold) throws(EvaluationError) -> Value {
        let visits: [Visit]
        let tail: Unknown?
        switch try evaluate(fold.range) {
        case .unknown(let unknown): return .unknown(unknown)
        case .list(let list):
            visits = Self.visits(of: list, isIndexed: fold.valueSlot != nil)
            tail = list.unknownTail
        case .map(let map):
            visits = map.entries.map { Visit(key: $0.key, value: $0.value) }
            tail = map.unknownTail
        case let other:
            throw EvaluationError(
                .noSuchOverload, "\(other.runtimeType.name) is neither a list nor a map", range: fold.range.range)
        }
        switch fold.kind {
        case .all: return try quantify(fold, visits, tail, decisive: false)
        case .exists: return try quantify(fold, visits, tail, decisive: true)
        case .existsOne: return try count(fold, visits, tail)
        case .list: return try collect(fold, visits, tail)
        case .map: return try transform(fold, visits, tail)
        }
    }

    private static func visits(of list: ListValue, isIndexed: Bool) -> [Visit] {
        guard isIndexed else { return list.elements.map { Visit(key: $0, value: $0) } }
        return list.elements.enumerated().map { Visit(key: .int(Int64($0.offset)), value: $0.element) }
    }

    private mutating func enter(_ fold: Fold, _ visit: Visit) throws(EvaluationError) {
        try budget.charge(1)
        frame[fold.slot] = visit.key
        if let slot = fold.valueSlot { frame[slot] = visit.value }
    }

    /// `all` and `exists`, which absorb what a deciding member makes irrelevant.
    private mutating func quantify(
        _ fold: Fold, _ visits: [Visit], _ tail: Unknown?, decisive: Bool
    ) throws(EvaluationError) -> Value {
        var outcome = Junction(decisive: decisive)
        for visit in visits {
            do {
                try enter(fold, visit)
                if try outcome.add(try charged(evaluate(fold.body))) { return .bool(decisive) }
            } catch {
                try outcome.add(error.located(at: fold.body.range))
            }
        }
        if let tail { outcome.addPossible(try hidden(fold, tail), tail) }
        return try outcome.result()
    }

    /// The body for one member that is not visible; unknown when it fails.
    private mutating func hidden(_ fold: Fold, _ tail: Unknown) throws(EvaluationError) -> Value {
        do {
            try enter(fold, Visit(key: .unknown(tail), value: .unknown(tail)))
            return try evaluate(fold.body)
        } catch {
            if error.kind == .budgetExceeded { throw error }
            return .unknown(tail)
        }
    }

    private mutating func count(
        _ fold: Fold, _ visits: [Visit], _ tail: Unknown?
    ) throws(EvaluationError) -> Value {
        var count = 0
        var unknown: Unknown?
        for visit in visits {
            try enter(fold, visit)
            switch try passes(fold.body) {
            case .known(true): count += 1
            case .known(false): break
            case .unknown(let reason): try merge(reason, into: &unknown)
            }
        }
        if let tail {
            let value = try hidden(fold, tail)
            if case .bool(false) = value {} else {
                try merge(tail, into: &unknown)
                try merge(value.unknown, into: &unknown)
            }
        }
        return unknown.map(Value.unknown) ?? .bool(count == 1)
    }

    private mutating func collect(
        _ fold: Fold, _ visits: [Visit], _ tail: Unknown?
    ) throws(EvaluationError) -> Value {
        var list = ListValue(elements: [])
        for visit in visits {
            try enter(fold, visit)
            switch try passes(fold.filter) {
            case .known(true): list.append(try evaluate(fold.body))
            case .known(false): break
            case .unknown(let reason):
                try budget.charge(reason.reasons.count / 16)
                list.open(reason)
            }
        }
        if let tail { list.open(tail) }
        return .list(list)
    }

    private mutating func transform(
        _ fold: Fold, _ visits: [Visit], _ tail: Unknown?
    ) throws(EvaluationError) -> Value {
        var map = MapValue()
        var unknown = tail
        for visit in visits {
            try enter(fold, visit)
            switch try passes(fold.filter) {
            case .known(true): map.insert(visit.key, try evaluate(fold.body))
            case .known(false): break
            case .unknown(let reason): try merge(reason, into: &unknown)
            }
        }
        map.unknownTail = unknown
        return .map(map)
    }

    /// The value, after the steps for taking over the reasons of one that is unknown.
    mutating func charged(_ value: Value) throws(EvaluationError) -> Value {
        if case .unknown(let unknown) = value { try budget.charge(unknown.reasons.count / 16) }
        return value
    }

    private mutating func passes(_ condition: Node?) throws(EvaluationError) -> Truth {
        guard let condition else { return .known(true) }
        switch try evaluate(condition) {
        case .bool(let flag): return .known(flag)
        case .unknown(let unknown): return .unknown(unknown)
        case let other:
            throw EvaluationError(
                .noSuchOverload, "a condition is \(other.runtimeType.name), not bool", range: condition.range)
        }
    }
}
