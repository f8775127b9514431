import Patterns

/// Values that are worth a try for an input: those that it is compared with, one that is none of them, null, the empty
/// value, and the neighbours of numbers and lengths.
struct InputCandidates {
    /// Most values of one input.
    private static let most = 128
    /// A text that no template compares anything with.
    private static let ordinaryText = "example"

    private var found: [Datum] = []
    private var seen: Set<Datum> = []
    private let input: OpenInput

    /// - Parameter literals: what the input meets in the questions that are asked about it.
    static func values(of input: OpenInput, meeting literals: [Datum]) -> [Datum] {
        var candidates = InputCandidates(input)
        if !input.allowed.isEmpty {
            for datum in input.allowed { candidates.add(datum) }
        } else {
            for datum in made(input.shape, input.literals + literals) { candidates.add(datum) }
        }
        if input.isNullable { candidates.add(.null) }
        return candidates.found
    }

    private init(_ input: OpenInput) {
        self.input = input
    }

    private mutating func add(_ datum: Datum) {
        guard found.count < Self.most, datum == .null || input.accepts(datum), seen.insert(datum).inserted else { return }
        found.append(datum)
    }

    /// Values of a type. The plainest come first, for they are what a person is shown.
    private static func made(_ shape: ValueShape, _ literals: [Datum], depth: Int = 0) -> [Datum] {
        switch shape {
        case .truth: [.truth(true), .truth(false)]
        case .number: numbers(literals)
        case .text: texts(literals)
        case .list(let element): lists(element, literals, depth: depth)
        case .map(let element): maps(element, literals, depth: depth)
        case .object(let attributes): objects(attributes, literals, depth: depth)
        case .any:
            literals + texts(literals) + numbers(literals) + [.truth(true), .truth(false), .list([]), .map([:])]
                + (depth == 0 ? lists(.text, literals, depth: depth) : [])
        }
    }

    // MARK: Scalars

    private static func texts(_ literals: [Datum]) -> [Datum] {
        let given = literals.compactMap(\.scalarText)
        var texts = given
        texts.append(given.contains(ordinaryText) ? ordinaryText + "-2" : ordinaryText)
        texts.append("")
        for text in given where text.utf8.count <= 256 {
            texts.append(text.lowercased())
            texts.append(text.uppercased())
            texts += text.split(separator: "|").map { plain(pattern: String($0)) }
            texts.append(plain(pattern: text))
            texts.append(text + "x")
            texts.append("x" + text)
            texts.append(" \(text) ")
        }
        texts += joined(given) + stripped(given) + patternExamples(given)
        for case .number(let digits) in literals {
            guard let length = Int(digits), (0...64).contains(length) else { continue }
            for length in [length, length + 1, length - 1] where length >= 0 {
                texts.append(String(repeating: "a", count: length))
            }
        }
        return texts.map(Datum.text)
    }

    /// Pairs of texts, for questions about beginnings and ends.
    private static func joined(_ texts: [String]) -> [String] {
        let few = texts.filter { !$0.isEmpty && $0.utf8.count <= 64 }.prefix(4)
        return few.flatMap { one in few.filter { $0 != one }.flatMap { [one + $0, "\(one),\($0)"] } }
    }

    /// What is left of a text without the beginning and the end that others have: "y" where `"${x}-jobs"` meets "y-jobs".
    private static func stripped(_ texts: [String]) -> [String] {
        let few = texts.filter { !$0.isEmpty && $0.utf8.count <= 256 }.prefix(12)
        var rests: [String] = []
        for text in few {
            let begun = [text] + few.filter { $0 != text && text.hasPrefix($0) }.map { String(text.dropFirst($0.count)) }
            rests += begun.dropFirst()
            for rest in begun {
                for end in few where end != rest && rest.hasSuffix(end) { rests.append(String(rest.dropLast(end.count))) }
            }
        }
        return rests.filter { !$0.isEmpty }
    }

    /// Texts that the patterns among some texts match, made of the other ones where they fit.
    private static func patternExamples(_ texts: [String]) -> [String] {
        let patterns = texts.filter { text in text.contains { "[(^$*+?\\|{".contains($0) } && text.utf8.count <= 256 }.prefix(4)
        guard !patterns.isEmpty else { return [] }
        let fillings = [""] + texts.filter { !patterns.contains($0) && $0.utf8.count <= 64 }.prefix(6)
        return patterns.flatMap { pattern in fillings.compactMap { Pattern.example(of: pattern, filling: $0) } }
    }

    /// A text that a simple pattern matches: the pattern without its signs.
    private static func plain(pattern: String) -> String {
        String(String.UnicodeScalarView(pattern.unicodeScalars.filter { !"^$.*+?()[]{}|\\".unicodeScalars.contains($0) }))
    }

    private static func numbers(_ literals: [Datum]) -> [Datum] {
        let given = literals.compactMap { datum -> ExactNumber? in
            switch datum {
            case .number(let digits): ExactNumber(digits)
            case .text(let text): ExactNumber(text)
            default: nil
            }
        }
        let one = ExactNumber(1)
        var numbers: [ExactNumber?] = given.map { Optional($0) }
        for number in given { numbers += [number.plus(one), number.minus(one), number.negated] }
        numbers += [one, ExactNumber(0), ExactNumber(7), one.negated]
        for number in given { numbers += [number.divided(by: ExactNumber(2)), number.times(ExactNumber(2))] }
        for number in given.prefix(4) {
            for other in given.prefix(4) where other != number {
                let sum = number.plus(other)
                numbers += [sum?.divided(by: ExactNumber(2)), sum, number.minus(other), number.divided(by: other)]
            }
        }
        return numbers.compactMap { number in number.flatMap { $0.isRounded ? nil : .number($0.text) } }
    }

    // MARK: Structures

    /// Most elements and keys that structures are made of.
    private static let mostParts = 6

    private static func lists(_ element: ValueShape, _ literals: [Datum], depth: Int) -> [Datum] {
        guard depth < 2 else { return [.list([])] }
        let elements = Array(made(element, literals, depth: depth + 1).prefix(mostParts))
        var lists: [Datum] = [.list([])]
        lists += elements.map { .list([$0]) }
        for one in elements {
            for other in elements where other != one { lists.append(.list([one, other])) }
        }
        for case .number(let digits) in literals {
            guard let count = Int(digits), (0...16).contains(count), let first = elements.first else { continue }
            for count in [count, count + 1] { lists.append(.list(Array(repeating: first, count: count))) }
        }
        return lists
    }

    private static func maps(_ element: ValueShape, _ literals: [Datum], depth: Int) -> [Datum] {
        guard depth < 2 else { return [.map([:])] }
        let keys = literals.compactMap(\.scalarText).filter { !$0.isEmpty }.prefix(mostParts)
        let elements = Array(made(element, literals, depth: depth + 1).prefix(mostParts))
        var maps: [Datum] = [.map([:])]
        for key in keys { maps += elements.map { .map([key: $0]) } }
        for one in keys {
            for other in keys where other != one {
                for value in elements.prefix(3) { maps += elements.prefix(3).map { .map([one: value, other: $0]) } }
            }
        }
        if maps.count == 1 { maps += elements.map { .map(["key": $0]) } }
        return maps
    }

    /// Objects whose attributes have their plainest values, but for one.
    private static func objects(_ attributes: [ValueShape.Attribute], _ literals: [Datum], depth: Int) -> [Datum] {
        guard depth < 3 else { return [] }
        let choices = attributes.prefix(32).map { attribute -> (name: String, values: [Datum]) in
            let values = made(attribute.shape, literals, depth: depth + 1)
            // Terraform puts the default in the place of null.
            if let fallback = attribute.fallback { return (attribute.name, [fallback] + values.filter { $0 != fallback }) }
            return (attribute.name, attribute.isOptional ? [.null] + values : values + [.null])
        }
        let plain = Dictionary(
            choices.compactMap { choice in choice.values.first.map { (choice.name, $0) } },
            uniquingKeysWith: { first, _ in first })
        var objects: [Datum] = [.map(plain)]
        for choice in choices {
            for value in choice.values.prefix(12).dropFirst() {
                var object = plain
                object[choice.name] = value
                objects.append(.map(object))
            }
        }
        // Two attributes that matter together.
        for (number, one) in choices.enumerated().prefix(mostParts) {
            for other in choices.dropFirst(number + 1).prefix(mostParts) {
                for value in one.values.prefix(3) {
                    for second in other.values.prefix(3) where objects.count < 256 {
                        objects.append(.map(plain.merging([one.name: value, other.name: second]) { $1 }))
                    }
                }
            }
        }
        return objects
    }
}

extension Datum {
    /// The text of a text or a number.
    fileprivate var scalarText: String? {
        switch self {
        case .text(let text): text
        case .number(let digits): digits
        case .truth(let truth): truth ? "true" : "false"
        case .null, .list, .map: nil
        }
    }
}
