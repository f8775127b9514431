import CEL
import TestSupport

/// A place in the data that can be unknown.
enum Leaf: CaseIterable {
    case a, d, b, c, text, numbers, firstNumber, secondNumber, numbersTail, queue, max, limit, maybeLimit, name
    case map, mapMember, mapTail

    /// What may stand there instead of the unknown; `nil` for nothing at all.
    func substitute(_ generator: inout SeededGenerator) -> Value? {
        switch self {
        case .b, .c: return .bool(Bool.random(using: &generator))
        case .text, .name: return .string(["", "x", "yy"].randomElement(using: &generator) ?? "")
        case .numbers, .numbersTail: return .list(Self.numbers(&generator))
        case .map, .mapTail:
            return .map(
                MapValue(
                    ["x", "y", "z"].prefix(Int.random(in: 0...3, using: &generator)).map {
                        ($0, Self.number(&generator))
                    }))
        case .queue:
            return .object(Sample("queue", values: ["max": Self.number(&generator), "name": .string("q"), "limit": .int(2)]))
        case .maybeLimit: return Bool.random(using: &generator) ? nil : Self.number(&generator)
        default: return Self.number(&generator)
        }
    }

    private static func number(_ generator: inout SeededGenerator) -> Value {
        .int(Int64.random(in: -1...4, using: &generator))
    }

    private static func numbers(_ generator: inout SeededGenerator) -> [Value] {
        (0..<Int.random(in: 0...2, using: &generator)).map { _ in number(&generator) }
    }
}
