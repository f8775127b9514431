import CEL
import TestSupport
import Testing

/// No text makes the compiler or the evaluator crash or run on.
@Suite struct RobustnessTests {
    private static let words = [
        "q", ".", "?", "[", "]", "{", "}", "(", ")", "'x'", "b'\\xff'", "1", "1u", "-", "!", "&&", "||", "==", "<", "+",
        "*", "/", "%", ":", ",", "in", "has", "all", "map", "filter", "exists_one", "x", "numbers", "raw", "true", "null",
        "math.greatest", "optional.of", "cel.bind", "size", "int", "timestamp('2020-01-01T00:00:00Z')", "duration('1h')",
        ".max", ".redrive", "9223372036854775807", "-9223372036854775808", "1e308", "0.0", "`a`", "\"\"\"", "\\", "é",
        ".transformMap", ".optMap", ".split", ".substring", ".matches('(a*)*')", "dyn", "type", "[?", "{?", "//", "\n",
    ]

    @Test func arbitraryWordsAreAcceptedOrReported() throws {
        let seed: UInt64 = 4_2026
        print("robustness: seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        var accepted = 0
        for _ in 0..<10_000 {
            let count = Int.random(in: 1...8, using: &generator)
            let source = (0..<count).map { _ in Self.words.randomElement(using: &generator) ?? "" }.joined()
            if try survives(source) { accepted += 1 }
        }
        #expect(accepted > 50)
    }

    @Test func damagedExpressionsAreAcceptedOrReported() throws {
        var expressions = RandomExpression(seed: 7)
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<3000 {
            var bytes = Array(expressions.any(depth: 3).utf8.prefix(2000))
            for _ in 0..<3 {
                guard let index = bytes.indices.randomElement(using: &generator) else { continue }
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes.remove(at: index)
                case 1: bytes[index] = UInt8.random(in: 0...127, using: &generator)
                default: bytes.insert(bytes[index], at: index)
                }
            }
            _ = try survives(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Whether the text is an expression; runs it if so. Every fault must stand inside the text.
    private func survives(_ source: String) throws -> Bool {
        do {
            let program = try SampleEnvironment.environment.compile(source)
            var budget = Budget(steps: 10_000)
            _ = try? program.evaluate(["numbers": Value.list([.int(.min), .int(-1)]), "raw": .int(.max)], budget: &budget)
            return true
        } catch {
            #expect(!error.diagnostics.isEmpty)
            for diagnostic in error.diagnostics {
                #expect(diagnostic.range.upperBound <= source.utf8.count, "\(source)")
            }
            return false
        }
    }
}
