/// How an unknown value comes about: the formula that gives it once the inputs are known.
package indirect enum Term: Sendable {
    case input(OpenInput)
    case call(Operation, [Value])
    /// The first of some values that can be worked out, as `try` has it.
    case firstSuccess([Value])
    /// Whether a value can be worked out.
    case can(Value)
    /// What a loop gives for each element of a collection.
    case loop(LoopFormula)
    /// The deployment stops here.
    case failure(String)

    /// Longest key; a longer formula identifies nothing.
    private static let longestKey = 4_096

    /// A text that is equal for formulas that surely give the same; `nil` for one that is too long or is made of something
    /// that nothing identifies.
    package var key: String? {
        let key: String?
        switch self {
        case .input(let input): key = input.key
        case .call(let operation, let values): key = Self.key(operation.name, values)
        case .firstSuccess(let values): key = Self.key("try", values)
        case .can(let value): key = Self.key("can", [value])
        case .loop(let loop): key = Self.key(of: loop)
        case .failure: key = nil
        }
        return key.flatMap { $0.utf8.count <= Self.longestKey ? $0 : nil }
    }

    private static func key(of loop: LoopFormula) -> String? {
        guard let filter = loop.filter.boundedFormulaKey else { return nil }
        let parts = [loop.collection, loop.result] + (loop.resultKey.map { [$0] } ?? [])
        return key("\(loop.name) \(loop.elementInput.key) if \(filter)", parts)
    }

    private static func key(_ name: String, _ values: [Value]) -> String? {
        var key = "\(name)("
        for value in values {
            guard let inner = value.formulaKey, key.utf8.count + inner.utf8.count <= longestKey else { return nil }
            key += inner + ","
        }
        return key + ")"
    }
}

extension Value {
    /// A text that is equal for values that surely are the same, types and structure included; `nil` when nothing identifies
    /// the value.
    package var formulaKey: String? {
        switch content {
        case .absent: return "null"
        case .scalar(let scalar): return scalar.isQuoted ? "'\(scalar.text)'" : scalar.text
        case .list(let elements, let open):
            guard open.isEmpty else { return nil }
            return Self.joined("[", elements.map(\.formulaKey), "]")
        case .map(let members, let open):
            guard open.isEmpty else { return nil }
            return Self.joined("{", members.map { member in member.value.formulaKey.map { "'\(member.key)'=\($0)" } }, "}")
        case .choice(let condition, let yes, let no):
            guard let question = condition.boundedFormulaKey, let one = yes.formulaKey, let other = no.formulaKey else {
                return nil
            }
            return "if(\(question),\(one),\(other))"
        case .text, .reference, .external, .unknown: return identityKey
        }
    }

    private static func joined(_ start: String, _ keys: [String?], _ end: String) -> String? {
        var text = start
        for key in keys {
            guard let key else { return nil }
            text += key + ","
        }
        return text + end
    }
}

extension Condition {
    /// Most questions of a condition that identifies a choice: formulas share each other, their texts do not.
    private static let mostQuestions = 16

    /// What identifies the condition; `nil` for one of many questions.
    fileprivate var boundedFormulaKey: String? { size(upTo: Self.mostQuestions + 1) <= Self.mostQuestions ? formulaKey : nil }

    fileprivate var formulaKey: String {
        switch self {
        case .always: "true"
        case .never: "false"
        case .atom(let atom): "(\(atom.key))"
        case .not(let inner): "!\(inner.formulaKey)"
        case .all(let parts): "all(\(parts.map(\.formulaKey).joined(separator: ",")))"
        case .any(let parts): "any(\(parts.map(\.formulaKey).joined(separator: ",")))"
        }
    }
}
