import Evaluation

/// The arguments of a function's call, none of which is a choice by an open condition.
struct FunctionArguments {
    let function: String
    let values: [Value]
    /// Where the call stands.
    let origin: Origin
    let work: EvaluationWork
    var facts = ProviderFacts.none

    var count: Int { values.count }

    subscript(index: Int) -> Value { values.indices.contains(index) ? values[index] : Value(.absent, origin: origin) }

    /// Hops of the first arguments, for a result that is made of them: a function may give as many texts as it has arguments.
    private var steps: [OriginStep] { Array(values.prefix(16).flatMap(\.steps).prefix(16)) }

    // MARK: Work

    /// Counts what the function is about to read; false when the run has done enough.
    func spendReading(_ reading: FunctionTable.Reading) -> Bool {
        values.allSatisfy { value in
            switch (reading, value.content) {
            case (.outermost, .list(let elements, _)): work.spend(elements.count / Self.elementsPerStep, at: origin)
            case (.outermost, .map(let members, _)): work.spend(members.count / Self.elementsPerStep, at: origin)
            case (.outermost, .choice): true
            default: work.spendReading(whole: value, at: origin)
            }
        } && work.spend(values.count, at: origin)
    }

    /// Elements that are passed on in a step.
    private static let elementsPerStep = 8

    /// Counts a text before it is made; false when it would be too long, or the run has done enough.
    func mayMake(bytes: Int) -> Bool { work.mayMake(bytes: bytes, at: origin) }

    /// Counts values before they are made; false when the run has done enough.
    func mayMake(values count: Int) -> Bool {
        let steps = count.multipliedReportingOverflow(by: Self.stepsPerValue)
        return work.spend(steps.overflow ? .max : steps.partialValue, at: origin)
    }

    /// A value takes some 150 bytes however short its text is; so all that a run makes stay below 200 MB.
    private static let stepsPerValue = 4

    /// What a function gives for which the run has no steps left.
    var exhausted: Value { unknown("\(function) asks for more than the run has steps left") }

    // MARK: Results

    /// The result of a function that cannot be worked out before Terraform runs.
    func unknown(_ reason: String? = nil) -> Value {
        .unknown(madeOf: values, Reason(reason ?? "what \(function) gives is not known"), origin: origin)
    }

    /// A text that was made, which counts like one that is read: it stays in memory. See `mayMake` for one that may be long.
    func text(_ text: String) -> Value {
        guard work.mayMake(bytes: text.utf8.count, at: origin), mayMake(values: 1) else { return exhausted }
        return .text(text, origin: origin, steps: steps)
    }

    func number(_ number: ExactNumber?) -> Value {
        guard let number else { return unknown("the number has too many digits") }
        return .number(number, origin: origin, steps: steps)
    }

    func number(_ number: Int) -> Value { .number(number, origin: origin, steps: steps) }

    func truth(_ truth: Bool) -> Value { .truth(truth, origin: origin, steps: steps) }

    /// A list; unknown when the run has done enough.
    func list(_ elements: [Value], open: [Reason] = []) -> Value {
        guard work.spend(elements.count + open.count, at: origin) else { return unknown() }
        return Value(.list(elements, open: Reason.unique(open)), origin: origin)
    }

    func map(_ members: [Value.Member]) -> Value {
        guard work.spend(members.count, at: origin) else { return unknown() }
        return Value(.map(members), origin: origin)
    }

    // MARK: Readings

    /// An argument as text; `nil` when it is not wholly known.
    func text(at index: Int) throws(ExpressionFailure) -> String? {
        let value = self[index]
        switch value.content {
        case .scalar: return value.convertedText
        case .absent: throw ExpressionFailure("argument \(index + 1) of \(function) is null")
        case .list, .map: return value.knownJSONText
        case .text, .reference, .external, .unknown, .choice: return nil
        }
    }

    /// All arguments as texts; `nil` when one is not wholly known.
    func texts() throws(ExpressionFailure) -> [String]? {
        var texts: [String] = []
        for index in values.indices {
            guard let text = try text(at: index) else { return nil }
            texts.append(text)
        }
        return texts
    }

    func number(at index: Int) throws(ExpressionFailure) -> ExactNumber? {
        let value = self[index]
        switch value.content {
        case .scalar(let scalar):
            guard let number = value.convertedNumber else {
                throw ExpressionFailure("'\(scalar.text.prefix(40))' is not a number, and \(function) takes one")
            }
            return number
        case .absent, .list, .map: throw ExpressionFailure("argument \(index + 1) of \(function) is not a number")
        case .text, .reference, .external, .unknown, .choice: return nil
        }
    }

    /// An argument as whole number; `nil` when it is not known.
    func whole(at index: Int) throws(ExpressionFailure) -> Int? {
        guard let number = try number(at: index) else { return nil }
        guard let whole = number.wholeNumber else { throw ExpressionFailure("\(function) takes a whole number") }
        return whole
    }

    /// A list's elements; `nil` when there may be others, or fewer.
    func elements(at index: Int) throws(ExpressionFailure) -> [Value]? {
        let value = self[index]
        if value.isJSONText { throw ExpressionFailure("argument \(index + 1) of \(function) is not a list") }
        switch value.content {
        case .list(let elements, let open):
            return open.isEmpty && !elements.contains(where: \.isPossiblyLeftOut) ? elements : nil
        case .absent, .scalar, .map: throw ExpressionFailure("argument \(index + 1) of \(function) is not a list")
        case .text, .reference, .external, .unknown, .choice: return nil
        }
    }

    /// A map's members; `nil` when they are not known.
    func members(at index: Int) throws(ExpressionFailure) -> [Value.Member]? {
        let value = self[index]
        if value.isJSONText { throw ExpressionFailure("argument \(index + 1) of \(function) is not a map") }
        switch value.content {
        case .map(let members, _): return members
        case .absent, .scalar, .list, .text: throw ExpressionFailure("argument \(index + 1) of \(function) is not a map")
        case .reference, .external, .unknown, .choice: return nil
        }
    }
}
