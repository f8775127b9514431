extension Evaluator {
    mutating func fold(_ fold: Fold) throws(EvaluationError) -> Value {
        let visits: Visits
        let tail: Unknown?
        switch try evaluate(fold.range) {
        case .unknown(let unknown): return .unknown(unknown)
        case .list(let list):
            visits = fold.valueSlot == nil ? .members(list.elements) : .indexedMembers(list.elements)
            tail = list.unknownTail
        case .map(let map):
            visits = .entries(map.entries)
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

    private mutating func enter(_ fold: Fold, _ visits: Visits, at index: Int) throws(EvaluationError) {
        try enter(fold, key: visits.key(at: index), value: fold.valueSlot == nil ? .null : visits.value(at: index))
    }

    private mutating func enter(_ fold: Fold, key: Value, value: Value) throws(EvaluationError) {
        try budget.charge(1)
        frame[fold.slot] = key
        if let slot = fold.valueSlot { frame[slot] = value }
    }

    /// `all` and `exists`, which absorb what a deciding member makes irrelevant.
    private mutating func quantify(
        _ fold: Fold, _ visits: Visits, _ tail: Unknown?, decisive: Bool
    ) throws(EvaluationError) -> Value {
        var outcome = Junction(decisive: decisive)
        for index in 0..<visits.count {
            do {
                try enter(fold, visits, at: index)
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
            try enter(fold, key: .unknown(tail), value: .unknown(tail))
            return try evaluate(fold.body)
        } catch {
            if error.kind == .budgetExceeded { throw error }
            return .unknown(tail)
        }
    }

    private mutating func count(
        _ fold: Fold, _ visits: Visits, _ tail: Unknown?
    ) throws(EvaluationError) -> Value {
        var count = 0
        var unknown: Unknown?
        for index in 0..<visits.count {
            try enter(fold, visits, at: index)
            switch try passes(fold.body) {
            case .known(true): count += 1
            case .known(false): break
            case .unknown(let reason): try merge(reason, into: &unknown)
            }
        }
        if let tail {
            let value = try hidden(fold, tail)
            if case .bool(false) = value {
            } else {
                try merge(tail, into: &unknown)
                try merge(value.unknown, into: &unknown)
            }
        }
        return unknown.map(Value.unknown) ?? .bool(count == 1)
    }

    private mutating func collect(
        _ fold: Fold, _ visits: Visits, _ tail: Unknown?
    ) throws(EvaluationError) -> Value {
        var list = ListValue(elements: [])
        for index in 0..<visits.count {
            try enter(fold, visits, at: index)
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
        _ fold: Fold, _ visits: Visits, _ tail: Unknown?
    ) throws(EvaluationError) -> Value {
        var map = MapValue()
        var unknown = tail
        for index in 0..<visits.count {
            try enter(fold, visits, at: index)
            switch try passes(fold.filter) {
            case .known(true): map.insert(visits.key(at: index), try evaluate(fold.body))
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
