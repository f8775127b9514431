/// Turns the parts of a pattern into instructions.
///
/// The order of preference is Go's: `regexp/syntax/compile.go` and `simplify.go`.
struct PatternCompiler {
    /// More parts a pattern may not have; repetitions multiply them.
    private static let maximumSize = 5000

    private let isCapturing: Bool
    private var instructions: [PatternInstruction] = []
    private var parts = 0

    init(isCapturing: Bool) {
        self.isCapturing = isCapturing
    }

    /// - Returns: whether the part may match without taking a character.
    mutating func compile(_ node: PatternNode) throws(Pattern.Fault) -> Bool {
        // Counted by parts, as a repeated empty group adds no instruction.
        if case .group = node {} else { parts += 1 }
        guard parts < Self.maximumSize else {
            throw Pattern.Fault(message: "the pattern is too large", isOfLimits: true)
        }
        switch node {
        case .character(let set):
            instructions.append(.consume(set))
            return false
        case .assertion(let assertion):
            instructions.append(.assert(assertion))
            return true
        case .sequence(let parts):
            var isNullable = true
            for part in parts where try !compile(part) { isNullable = false }
            return isNullable
        case .alternatives(let choices): return try compile(choices: choices)
        case .group(let inner, let number): return try compile(group: inner, number)
        case .repetition(let part, let repetition): return try compile(part, repetition)
        }
    }

    func finished() -> [PatternInstruction] { instructions + [.match] }

    private mutating func compile(group inner: PatternNode, _ number: Int) throws(Pattern.Fault) -> Bool {
        guard isCapturing else { return try compile(inner) }
        instructions.append(.save(2 * number))
        let isNullable = try compile(inner)
        instructions.append(.save(2 * number + 1))
        return isNullable
    }

    private mutating func compile(choices: [PatternNode]) throws(Pattern.Fault) -> Bool {
        var ends: [Int] = []
        var isNullable = false
        for (index, choice) in choices.enumerated() {
            guard index < choices.count - 1 else {
                if try compile(choice) { isNullable = true }
                break
            }
            let split = reserve()
            if try compile(choice) { isNullable = true }
            ends.append(reserve())
            instructions[split] = .split(split + 1, instructions.count)
        }
        for end in ends { instructions[end] = .jump(instructions.count) }
        return isNullable
    }

    private mutating func compile(
        _ part: PatternNode, _ repetition: PatternNode.Repetition
    ) throws(Pattern.Fault) -> Bool {
        let isGreedy = repetition.isGreedy
        guard let maximum = repetition.maximum else {
            guard repetition.minimum > 0 else { return try compile(star: part, isGreedy) }
            for _ in 1..<repetition.minimum { _ = try compile(part) }
            return try compile(plus: part, isGreedy)
        }
        var isNullable = true
        for _ in 0..<repetition.minimum { isNullable = try compile(part) }
        try compile(optional: part, times: maximum - repetition.minimum, isGreedy)
        return repetition.minimum == 0 || isNullable
    }

    private mutating func compile(star part: PatternNode, _ isGreedy: Bool) throws(Pattern.Fault) -> Bool {
        let split = reserve()
        let isNullable = try compile(part)
        // One that may take nothing is tried once before it is left out: (x+)? in place of x*.
        let again = instructions.count
        instructions.append(isNullable ? branch(split + 1, again + 1, isGreedy) : .jump(split))
        instructions[split] = branch(split + 1, instructions.count, isGreedy)
        return true
    }

    private mutating func compile(plus part: PatternNode, _ isGreedy: Bool) throws(Pattern.Fault) -> Bool {
        let start = instructions.count
        let isNullable = try compile(part)
        instructions.append(branch(start, instructions.count + 1, isGreedy))
        return isNullable
    }

    private mutating func compile(optional part: PatternNode, times: Int, _ isGreedy: Bool) throws(Pattern.Fault) {
        var splits: [Int] = []
        for _ in 0..<max(0, times) {
            splits.append(reserve())
            _ = try compile(part)
        }
        for split in splits { instructions[split] = branch(split + 1, instructions.count, isGreedy) }
    }

    private func branch(_ on: Int, _ past: Int, _ isGreedy: Bool) -> PatternInstruction {
        isGreedy ? .split(on, past) : .split(past, on)
    }

    /// A place that is filled when its target is known.
    private mutating func reserve() -> Int {
        instructions.append(.jump(0))
        return instructions.count - 1
    }
}
