/// Works values and conditions out once inputs are given values.
///
/// What an assignment leaves open stays open; what the deployment would stop at fails.
package struct Valuation {
    /// The inputs' values.
    let assignment: Assignment
    private let work: EvaluationWork

    /// Steps that one valuation may take: more than any formula of a person's hand.
    package static let mostSteps = 50_000
    private let steps: Int

    /// Creates a valuation that takes so many steps at most.
    package init(_ assignment: Assignment, steps: Int = Valuation.mostSteps) {
        self.assignment = assignment
        self.steps = steps
        work = EvaluationWork(limits: EvaluationLimits(steps: steps, depth: 256))
    }

    /// The same with values for the variables of a loop.
    private init(_ assignment: Assignment, within outer: Valuation) {
        self.assignment = assignment
        steps = outer.steps
        work = outer.work
    }

    /// The steps that were taken so far.
    var stepsTaken: Int { steps - work.remainingSteps }

    /// Whether a condition holds; `nil` when that stays open.
    package func truth(of condition: Condition) throws(ExpressionFailure) -> Bool? {
        switch condition {
        case .always: return true
        case .never: return false
        case .atom(let atom): return try answer(to: atom)
        case .not(let inner): return try truth(of: inner).map { !$0 }
        case .all(let parts): return try fold(parts, absorbing: false)
        case .any(let parts): return try fold(parts, absorbing: true)
        }
    }

    /// The answer to an open question; `nil` when it stays open.
    package func answer(to atom: ConditionAtom) throws(ExpressionFailure) -> Bool? {
        guard let question = atom.question else { return nil }
        return try value(of: question).convertedTruth
    }

    /// One part that decides is enough, whatever the others come to: Terraform does not look at them either.
    private func fold(_ parts: [Condition], absorbing: Bool) throws(ExpressionFailure) -> Bool? {
        var isDecided = true
        var failure: ExpressionFailure?
        for part in parts {
            do throws(ExpressionFailure) {
                switch try truth(of: part) {
                case absorbing: return absorbing
                case nil: isDecided = false
                default: continue
                }
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return isDecided ? !absorbing : nil
    }

    /// A value with everything worked out that the assignment decides.
    package func value(of value: Value) throws(ExpressionFailure) -> Value {
        guard work.enter(at: value.origin) else { return .unknown(Reason("it takes too much work"), origin: value.origin) }
        defer { work.leave() }
        switch value.content {
        case .scalar, .absent: return value
        case .text(let parts): return try text(parts, at: value.origin)
        case .list(let elements, let open): return try list(elements, open: open, of: value)
        case .map(let members, let open):
            var known: [Value.Member] = []
            for member in members { known.append(.init(key: member.key, value: try self.value(of: member.value))) }
            return Value(.map(known, open: open), origin: value.origin).asJSONText(value.isJSONText)
        case .choice(let condition, let yes, let no):
            guard let isTrue = try truth(of: condition) else {
                return .unknown(Reason("a condition is open"), mayBeAbsent: true, origin: value.origin)
            }
            return try self.value(of: isTrue ? yes : no)
        case .reference, .external:
            guard let key = value.identityKey, let datum = assignment[key] else { return value }
            return datum.value(at: value.origin)
        case .unknown(let reasons, _):
            guard reasons.count == 1, let term = reasons.first?.term else { return value }
            return try self.value(of: term, else: value)
        }
    }

    private func value(of term: Term, else open: Value) throws(ExpressionFailure) -> Value {
        switch term {
        case .input(let input): return assignment[input.key]?.value(at: open.origin) ?? open
        case .failure(let message): throw ExpressionFailure(message)
        case .call(let operation, let values):
            var known: [Value] = []
            for value in values { known.append(try self.value(of: value)) }
            return try operation.body(known, OperationSite(origin: open.origin, work: work))
        case .can(let value):
            let result: Value
            do throws(ExpressionFailure) {
                result = try self.value(of: value)
            } catch {
                return .truth(false, origin: open.origin)
            }
            return result.isSettled ? .truth(true, origin: open.origin) : open
        case .loop(let loop): return try self.loop(loop, else: open)
        case .firstSuccess(let values):
            var failure = ExpressionFailure("try has no arguments")
            for value in values {
                do throws(ExpressionFailure) {
                    return try self.value(of: value)
                } catch {
                    failure = error
                }
            }
            throw failure
        }
    }

    private func loop(_ loop: LoopFormula, else open: Value) throws(ExpressionFailure) -> Value {
        guard let items = try loop.items(of: value(of: loop.collection)) else { return open }
        var results: [Value] = []
        var members: [Value.Member] = []
        for item in items {
            guard work.spend(1, at: open.origin) else { return open }
            var assignment = assignment
            assignment[loop.keyInput.key] = item.key
            assignment[loop.elementInput.key] = item.element
            let inner = Valuation(assignment, within: self)
            guard let isTaken = try inner.truth(of: loop.filter) else { return open }
            guard isTaken else { continue }
            let result = try inner.value(of: loop.result)
            guard case .map(let formula, let isGrouping) = loop.form else {
                results.append(result)
                continue
            }
            let key = try inner.value(of: formula)
            guard let name = key.convertedText else {
                if key.isAbsent { throw ExpressionFailure("null is not a key") }
                return open
            }
            guard let place = members.firstIndex(where: { $0.key == name }) else {
                let first = isGrouping ? Value(.list([result], open: []), origin: open.origin) : result
                members.append(Value.Member(key: name, value: first))
                continue
            }
            guard isGrouping, case .list(let known, _) = members[place].value.content else {
                throw ExpressionFailure("two elements have the key '\(name.prefix(40))'")
            }
            members[place] = Value.Member(key: name, value: Value(.list(known + [result], open: []), origin: open.origin))
        }
        if case .map = loop.form { return Value(.map(members), origin: open.origin) }
        return Value(.list(results, open: []), origin: open.origin)
    }

    private func text(_ parts: [TextPart], at origin: Origin) throws(ExpressionFailure) -> Value {
        var known: [TextPart] = []
        for part in parts {
            switch part {
            case .literal: known.append(part)
            case .value(let value): known += try self.value(of: value).stringParts
            }
        }
        return work.joined(known, at: origin)
    }

    /// Elements that hang on a condition which does not hold are not there.
    private func list(_ elements: [Value], open: [Reason], of value: Value) throws(ExpressionFailure) -> Value {
        var known: [Value] = []
        for element in elements {
            let result = try self.value(of: element)
            if element.mayVanish, !element.isAbsent, result.isAbsent { continue }
            known.append(result)
        }
        return Value(.list(known, open: open), origin: value.origin).asJSONText(value.isJSONText)
    }
}

extension Value {
    /// Whether nothing of the value itself is open.
    fileprivate var isSettled: Bool {
        switch content {
        case .unknown, .choice: false
        default: true
        }
    }
}
