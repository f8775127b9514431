/// Turns the parts of a pattern into instructions.
struct PatternCompiler {
    /// More parts a pattern may not have; repetitions multiply them.
    private static let maximumSize = 5000

    private var instructions: [PatternInstruction] = []
    private var parts = 0

    mutating func compile(_ node: PatternNode) throws(Pattern.Fault) {
        // Counted by parts, as a repeated empty group adds no instruction.
        parts += 1
        guard parts < Self.maximumSize else { throw Pattern.Fault(message: "the pattern is too large") }
        switch node {
        case .character(let set): instructions.append(.consume(set))
        case .assertion(let assertion): instructions.append(.assert(assertion))
        case .sequence(let parts):
            for part in parts { try compile(part) }
        case .alternatives(let choices): try compile(choices: choices)
        case .repetition(let part, let minimum, let maximum):
            for _ in 0..<minimum { try compile(part) }
            if let maximum {
                try compile(optional: part, times: maximum - minimum)
            } else {
                try compile(star: part)
            }
        }
    }

    func finished() -> [PatternInstruction] { instructions + [.match] }

    private mutating func compile(choices: [PatternNode]) throws(Pattern.Fault) {
        var ends: [Int] = []
        for (index, choice) in choices.enumerated() {
            guard index < choices.count - 1 else {
                try compile(choice)
                break
            }
            let split = reserve()
            try compile(choice)
            ends.append(reserve())
            instructions[split] = .split(split + 1, instructions.count)
        }
        for end in ends { instructions[end] = .jump(instructions.count) }
    }

    private mutating func compile(star part: PatternNode) throws(Pattern.Fault) {
        let split = reserve()
        try compile(part)
        instructions.append(.jump(split))
        instructions[split] = .split(split + 1, instructions.count)
    }

    private mutating func compile(optional part: PatternNode, times: Int) throws(Pattern.Fault) {
        var splits: [Int] = []
        for _ in 0..<max(0, times) {
            splits.append(reserve())
            try compile(part)
        }
        for split in splits { instructions[split] = .split(split + 1, instructions.count) }
    }

    /// A place that is filled when its target is known.
    private mutating func reserve() -> Int {
        instructions.append(.jump(0))
        return instructions.count - 1
    }
}
