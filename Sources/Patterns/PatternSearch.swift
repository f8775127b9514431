/// Looks for a pattern in a text and tells what its groups took.
///
/// Of several matches it is the leftmost, and of these the one that a searcher who goes back would find first: the order of
/// Perl, Go and RE2. All ways through the automaton are followed at once, in the order of preference.
package struct PatternSearch {
    /// What a search comes to.
    package enum Outcome {
        case match(PatternMatch)
        case none
        /// The steps did not suffice.
        case exhausted
    }

    /// A way through the automaton: where it is, and where the groups that it went through begin and end.
    private struct Way {
        let position: Int
        let ends: [Int]
    }

    private let instructions: [PatternInstruction]
    private let noEnds: [Int]
    /// The text's characters.
    package let text: [Unicode.Scalar]
    private let values: [UInt32]
    /// The moment at which an instruction was reached last.
    private var visited: [Int]
    private var moment = 0
    private var work = 0

    /// - Parameter pattern: one that is capturing.
    package init(_ pattern: Pattern, in text: String) {
        instructions = pattern.instructions
        noEnds = Array(repeating: -1, count: 2 * (pattern.groupNames.count + 1))
        self.text = Array(text.unicodeScalars)
        values = self.text.map(\.value)
        visited = Array(repeating: -1, count: instructions.count)
    }

    /// The first match at a place or behind it.
    ///
    /// - Parameters:
    ///   - start: a place of `text`, up to its end.
    ///   - steps: what the search may still do; what it did is taken away.
    package mutating func firstMatch(from start: Int, spending steps: inout Int) -> Outcome {
        var ways: [Way] = []
        var found: [Int]?
        moment += 1
        for index in min(max(0, start), values.count)...values.count {
            if found == nil {
                follow(0, noEnds, from: index, at: index, into: &ways)
            }
            if ways.isEmpty, found != nil { break }
            steps -= 1 + work * (noEnds.count + 6) / 64
            work = 0
            guard steps >= 0 else { return .exhausted }
            ways = step(ways, at: index, &found)
        }
        return found.map { .match(PatternMatch(ends: $0)) } ?? .none
    }

    /// The ways behind the character at a place; those that come after a complete match are given up.
    private mutating func step(_ ways: [Way], at index: Int, _ found: inout [Int]?) -> [Way] {
        var next: [Way] = []
        moment += 1
        for way in ways {
            work += 1
            switch instructions[way.position] {
            case .match:
                found = way.ends
                found?[1] = index
                return next
            case .consume(let set):
                guard index < values.count, set.contains(values[index]) else { continue }
                follow(way.position + 1, way.ends, from: nil, at: index + 1, into: &next)
            default: continue
            }
        }
        return next
    }

    /// Adds the instructions that wait for a character, in the order of preference.
    private mutating func follow(
        _ start: Int, _ ends: [Int], from first: Int?, at index: Int, into ways: inout [Way]
    ) {
        var pending = [Way(position: start, ends: ends)]
        while let way = pending.popLast() {
            work += 1
            guard visited[way.position] != moment else { continue }
            visited[way.position] = moment
            switch instructions[way.position] {
            case .match, .consume:
                guard let first else {
                    ways.append(way)
                    continue
                }
                var ends = way.ends
                ends[0] = first
                ways.append(Way(position: way.position, ends: ends))
            case .jump(let target): pending.append(Way(position: target, ends: way.ends))
            case .split(let preferred, let other):
                pending.append(Way(position: other, ends: way.ends))
                pending.append(Way(position: preferred, ends: way.ends))
            case .save(let slot):
                var ends = way.ends
                ends[slot] = index
                pending.append(Way(position: way.position + 1, ends: ends))
            case .assert(let assertion):
                if assertion.holds(at: index, in: values) {
                    pending.append(Way(position: way.position + 1, ends: way.ends))
                }
            }
        }
    }

    /// The text between two places.
    package func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(text[range.clamped(to: 0..<text.count)]))
    }
}
