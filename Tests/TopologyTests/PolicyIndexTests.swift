import Evaluation
import Templates
import Testing

@testable import Topology

/// What an index leaves out, a comparison of all would not have found.
@Suite("Indexes of policies")
struct PolicyIndexTests {
    /// A small generator, so that a failure comes again.
    private struct Numbers {
        var state: UInt64

        mutating func next(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    /// Short texts of everything that a policy's text may be made of, so that many match each other.
    private func texts(seed: UInt64, count: Int) -> [PolicyText] {
        var numbers = Numbers(state: seed)
        return (0..<count).map { _ in
            var text = PolicyText()
            for _ in 0..<numbers.next(below: 6) {
                switch numbers.next(below: 9) {
                case 0, 1: text.append("a")
                case 2: text.append("b")
                case 3, 4: text.append(":")
                case 5: text.append(.name(numbers.next(below: 2) == 0 ? "n" : "m"))
                case 6: text.append(numbers.next(below: 3) == 0 ? .anyText : .ignored)
                case 7: text.append(.anyCharacter)
                default: text.append(.unknown(key: numbers.next(below: 2) == 0 ? "u" : nil))
                }
            }
            return text
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func everyPatternThatMayMatchIsACandidate(seed: UInt64) {
        let patterns = texts(seed: seed, count: 60)
        var index = PatternIndex()
        for pattern in patterns { index.add([pattern]) }
        for subject in texts(seed: seed + 1_000, count: 40) {
            let candidates = index.candidates(for: [subject])
            #expect(candidates == candidates.sorted())
            for (number, pattern) in patterns.enumerated() where !candidates.contains(number) {
                guard case .no = pattern.matches(subject) else {
                    Issue.record("\(pattern.tokens) may match \(subject.tokens)")
                    continue
                }
            }
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func everyObjectThatIsSurelyMeantIsACandidate(seed: UInt64) {
        let names = texts(seed: seed, count: 60)
        var index = BearerIndex()
        for (number, name) in names.enumerated() { index.add(ObjectID(index: number), arns: [name]) }
        for pattern in texts(seed: seed + 1_000, count: 40) {
            let candidates = Set(index.candidates(for: pattern).map(\.index))
            for (number, name) in names.enumerated() where !candidates.contains(number) {
                if case .yes = pattern.matches(name) { Issue.record("\(pattern.tokens) matches \(name.tokens)") }
            }
        }
    }

    @Test func anItemWithoutPatternsOfItsOwnMayConcernEverything() {
        var index = PatternIndex()
        index.add([PolicyText("a:b")])
        index.add(nil)
        index.add([PolicyText("a:c"), PolicyText("a:b")])
        #expect(index.candidates(for: [PolicyText("x:b")]) == [0, 1, 2])
        #expect(index.candidates(for: [PolicyText("x:c"), PolicyText("x:b")]) == [0, 1, 2])
        #expect(index.candidates(for: [PolicyText("x:d")]) == [1])
        #expect(index.candidates(for: []) == [1])
    }
}
