import TestSupport

/// A random condition over a few inputs that is written in either dialect and worked out here by other means.
indirect enum WitnessFormula {
    /// An input's value; `nil` is null.
    enum Datum: Equatable {
        case text(String)
        case number(Int)
        case truth(Bool)
        case null
    }

    case equals(String, String)
    case isNull(String)
    case same(String, String)
    case isOneOf([String], String)
    case isLonger(String, than: Int)
    case isAbove(String, Int)
    case isTrue(String)
    case not(WitnessFormula)
    case and(WitnessFormula, WitnessFormula)
    case or(WitnessFormula, WitnessFormula)

    /// Whether it holds, by looking.
    func holds(_ values: [String: Datum]) -> Bool {
        switch self {
        case .equals(let name, let text): values[name] == .text(text)
        case .isNull(let name): values[name] == .null
        case .same(let one, let other): values[one] == values[other]
        case .isOneOf(let texts, let name): texts.contains { values[name] == .text($0) }
        case .isLonger(let name, let count): if case .text(let text)? = values[name] { text.count > count } else { false }
        case .isAbove(let name, let limit): if case .number(let number)? = values[name] { number > limit } else { false }
        case .isTrue(let name): values[name] == .truth(true)
        case .not(let inner): !inner.holds(values)
        case .and(let left, let right): left.holds(values) && right.holds(values)
        case .or(let left, let right): left.holds(values) || right.holds(values)
        }
    }

    /// As Terraform writes it.
    var terraform: String {
        switch self {
        case .equals(let name, let text): "var.\(name) == \"\(text)\""
        case .isNull(let name): "var.\(name) == null"
        case .same(let one, let other): "var.\(one) == var.\(other)"
        case .isOneOf(let texts, let name): "contains([\(texts.map { "\"\($0)\"" }.joined(separator: ", "))], var.\(name))"
        case .isLonger(let name, let count): "length(var.\(name)) > \(count)"
        case .isAbove(let name, let limit): "var.\(name) > \(limit)"
        case .isTrue(let name): "var.\(name)"
        case .not(let inner): "!(\(inner.terraform))"
        case .and(let left, let right): "(\(left.terraform)) && (\(right.terraform))"
        case .or(let left, let right): "(\(left.terraform)) || (\(right.terraform))"
        }
    }

    /// As CloudFormation writes it, for the forms that it has.
    var cloudFormation: String {
        switch self {
        case .equals(let name, let text): "!Equals [!Ref \(name), '\(text)']"
        case .same(let one, let other): "!Equals [!Ref \(one), !Ref \(other)]"
        case .isOneOf(let texts, let name):
            "!Or [\(texts.map { "!Equals [!Ref \(name), '\($0)']" }.joined(separator: ", "))]"
        case .not(let inner): "!Not [\(inner.cloudFormation)]"
        case .and(let left, let right): "!And [\(left.cloudFormation), \(right.cloudFormation)]"
        case .or(let left, let right): "!Or [\(left.cloudFormation), \(right.cloudFormation)]"
        case .isNull, .isLonger, .isAbove, .isTrue: "!Equals [a, a]"
        }
    }

    private static let texts = ["a", "b", "ab", ""]

    /// A formula of at most `size` questions.
    static func random(size: Int, isTerraform: Bool, _ generator: inout SeededGenerator) -> WitnessFormula {
        guard size > 1, Int.random(in: 0..<4, using: &generator) > 0 else { return leaf(isTerraform, &generator) }
        let left = Int.random(in: 1..<size, using: &generator)
        func part(_ size: Int) -> WitnessFormula { random(size: size, isTerraform: isTerraform, &generator) }
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: return .not(part(size))
        case 1, 2: return .and(part(left), part(size - left))
        default: return .or(part(left), part(size - left))
        }
    }

    private static func leaf(_ isTerraform: Bool, _ generator: inout SeededGenerator) -> WitnessFormula {
        let name = Bool.random(using: &generator) ? "s" : "t"
        let text = texts[Int.random(in: 0..<texts.count, using: &generator)]
        switch Int.random(in: 0..<(isTerraform ? 8 : 4), using: &generator) {
        case 0, 1: return .equals(name, text)
        case 2: return .same("s", "t")
        case 3: return .isOneOf([text, "b"], name)
        case 4: return .isNull("s")
        case 5: return .isLonger("t", than: Int.random(in: 0...2, using: &generator))
        case 6: return .isAbove("n", Int.random(in: 0...3, using: &generator))
        default: return .isTrue("f")
        }
    }
}
