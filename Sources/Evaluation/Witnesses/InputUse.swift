/// The open inputs that a question depends on, and the literals that they meet in it.
package struct InputUse: Sendable {
    /// The inputs by their keys.
    package private(set) var inputs: [String: OpenInput] = [:]
    /// Texts, numbers and truth values that stand in the question, each once, in the order in which they were met.
    package private(set) var literals: [Datum] = []
    /// Whether the question compares one input with one literal: then the literals decide all that there is to decide.
    package private(set) var isDirect = false
    private var seen: Set<Datum> = []
    private var visits = 0

    /// Most values that are looked into.
    private static let mostVisits = 2_000
    /// Most literals that are kept.
    private static let mostLiterals = 24

    /// The use of inputs by a question.
    package init(of question: Value) {
        collect(question)
        guard case .unknown(let reasons, _) = question.content, reasons.count == 1,
            case .call(let operation, let values)? = reasons.first?.term
        else {
            isDirect = question.openInput != nil
            return
        }
        let opens = values.count { $0.openInput != nil }
        let literals = values.count { $0.isLiteral }
        isDirect = operation.isComparison && values.count == 2 && opens == 1 && literals == 1
    }

    private mutating func collect(_ value: Value) {
        visits += 1
        guard visits <= Self.mostVisits else { return }
        if let input = value.openInput {
            guard !input.isLoopVariable else { return }
            inputs[input.key] = input
            for literal in input.literals { add(literal) }
            return
        }
        switch value.content {
        case .scalar(let scalar): add(Datum(scalar))
        case .text(let parts): collect(parts)
        case .list(let elements, _): for element in elements { collect(element) }
        case .map(let members, _):
            for member in members {
                add(.text(member.key))
                collect(member.value)
            }
        case .choice(let condition, let yes, let no):
            collect(condition)
            collect(yes)
            collect(no)
        case .unknown(let reasons, _):
            if reasons.count == 1, let term = reasons.first?.term { collect(term) }
        case .absent, .reference, .external: return
        }
    }

    private mutating func collect(_ parts: [TextPart]) {
        for part in parts {
            switch part {
            case .literal(let text): add(.text(text))
            case .value(let value): collect(value)
            }
        }
    }

    private mutating func collect(_ term: Term) {
        switch term {
        case .input, .failure: return
        case .call(let operation, let values):
            if let name = operation.memberName { add(.text(name)) }
            for value in values { collect(value) }
        case .firstSuccess(let values): for value in values { collect(value) }
        case .can(let value): collect(value)
        case .loop(let loop):
            collect(loop.collection)
            collect(loop.filter)
            collect(loop.result)
            if let key = loop.resultKey { collect(key) }
        }
    }

    private mutating func collect(_ condition: Condition) {
        switch condition {
        case .always, .never: return
        case .atom(let atom): if let question = atom.question { collect(question) }
        case .not(let inner): collect(inner)
        case .all(let parts), .any(let parts): for part in parts { collect(part) }
        }
    }

    private mutating func add(_ datum: Datum) {
        if literals.count < Self.mostLiterals, seen.insert(datum).inserted { literals.append(datum) }
    }
}

extension Datum {
    /// A scalar as a datum of the type that it is written in.
    package init(_ scalar: Value.Scalar) {
        switch (scalar.isQuoted, scalar.text) {
        case (false, "true"): self = .truth(true)
        case (false, "false"): self = .truth(false)
        case (false, let text) where ExactNumber(text) != nil: self = .number(text)
        default: self = .text(scalar.text)
        }
    }
}

extension Value {
    /// The input that the value is; `nil` for everything else.
    package var openInput: OpenInput? {
        switch content {
        case .unknown(let reasons, _):
            guard reasons.count == 1, case .input(let input)? = reasons.first?.term else { return nil }
            return input
        case .reference(let reference): return reference.input
        case .external(let description):
            return identityKey.map { .attribute(key: $0, name: description, isARN: false) }
        default: return nil
        }
    }

    fileprivate var isLiteral: Bool {
        switch content {
        case .scalar, .absent: true
        default: false
        }
    }
}

extension Reference {
    /// The value as something that AWS gives: never null, never empty.
    fileprivate var input: OpenInput {
        switch form {
        case .fact(let fact)?: return .fact(fact, key: key, name: summary)
        case .texts(let mayBeEmpty)?:
            return OpenInput(key: key, name: summary, kind: .deployment, shape: .list(.text), isConstrained: true) { datum in
                guard case .list(let elements) = datum, mayBeEmpty || !elements.isEmpty else { return false }
                return elements.allSatisfy { if case .text(let text) = $0 { !text.isEmpty } else { false } }
            }
        case nil: return .attribute(key: key, name: summary, isARN: attribute == .named("arn") || attribute == .named("Arn"))
        }
    }

    /// The value in a few words: `Queue.Arn`.
    var summary: String {
        switch attribute {
        case .identifier: resource.logicalID
        case .named(let name): "\(resource.logicalID).\(name)"
        }
    }
}
