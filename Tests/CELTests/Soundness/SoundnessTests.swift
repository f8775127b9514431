import TestSupport
import Testing

@testable import CEL

/// What is said although something is unknown holds for everything that it can be.
@Suite struct SoundnessTests {
    private static let seed: UInt64 = 20_261_121

    @Test func aResultHoldsForEverySubstitutedValue() throws {
        print("soundness: seed \(Self.seed)")
        var expressions = RandomExpression(seed: Self.seed)
        var generator = SeededGenerator(seed: Self.seed)
        var decided = 0
        var undecided = 0
        for _ in 0..<6000 {
            let source = expressions.any(depth: Int.random(in: 1...4, using: &generator))
            guard source.utf8.count <= 4096 else { continue }
            let program = try World.environment.compile(source)
            let leaves = Leaf.allCases.shuffled(using: &generator).prefix(Int.random(in: 1...3, using: &generator))
            let result = Outcome(program, contents: leaves.map { ($0, .unknown) })
            if case .value(.unknown) = result { undecided += 1 } else { decided += 1 }
            for _ in 0..<6 {
                let contents = leaves.map { ($0, World.Content.substitute($0.substitute(&generator))) }
                let substituted = Outcome(program, contents: contents)
                let holds = result.allows(substituted)
                #expect(holds, "\(source)\n  with unknown \(leaves): \(result)\n  with \(contents): \(substituted)")
            }
        }
        print("soundness: \(decided) results decided, \(undecided) undecided")
        #expect(decided > 1000 && undecided > 1000)
    }
}

/// How an evaluation ends.
private enum Outcome {
    case value(Value)
    case failure(EvaluationError)

    init(_ program: Program, contents: [(Leaf, World.Content)]) {
        var budget = Budget()
        let world = World(contents: Dictionary(contents, uniquingKeysWith: { first, _ in first }))
        do {
            self = .value(try program.evaluate(world.variables, budget: &budget))
        } catch {
            self = .failure(error)
        }
    }

    /// Whether the other outcome is one of those that this one leaves possible.
    func allows(_ other: Outcome) -> Bool {
        switch (self, other) {
        case (.value(.unknown), _), (.failure, .failure): true
        case (.value(let first), .value(let second)): Self.allows(first, second)
        // A substitute for which the expression has no value contradicts none.
        case (.value, .failure): true
        case (.failure, .value): false
        }
    }

    private static func allows(_ value: Value, _ other: Value) -> Bool {
        switch (value, other) {
        case (.unknown, _): true
        case (.list(let first), .list(let second)):
            (first.unknownTail == nil
                ? first.elements.count == second.elements.count
                : first.elements.count <= second.elements.count)
                && zip(first.elements, second.elements).allSatisfy(allows)
        case (.map(let first), .map(let second)):
            (first.unknownTail != nil || first.entries.count == second.entries.count)
                && first.entries.allSatisfy { entry in second[entry.key].map { allows(entry.value, $0) } ?? false }
        default: value.runtimeType == other.runtimeType && value.description == other.description
        }
    }
}
