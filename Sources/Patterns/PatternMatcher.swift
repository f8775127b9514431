/// Follows all ways through the automaton at once, so that no text makes it go back.
struct PatternMatcher {
    let instructions: [PatternInstruction]
    /// The step of the text in which an instruction was reached last.
    private var visited: [Int]
    /// Instructions looked at since the steps were counted last.
    private var work = 0

    init(instructions: [PatternInstruction]) {
        self.instructions = instructions
        visited = Array(repeating: -1, count: instructions.count)
    }

    /// `nil` when the steps did not suffice.
    mutating func isFound(in text: [UInt32], spending steps: inout Int) -> Bool? {
        var waiting: [Int] = []
        for index in 0...text.count {
            var arrived: [Int] = []
            if index > 0 {
                for position in waiting {
                    guard case .consume(let set) = instructions[position], set.contains(text[index - 1])
                    else { continue }
                    if follow(position + 1, at: index, in: text, &arrived) { return true }
                }
            }
            if follow(0, at: index, in: text, &arrived) { return true }
            steps -= 1 + (work + waiting.count) / 8
            guard steps >= 0 else { return nil }
            work = 0
            waiting = arrived
        }
        return false
    }

    /// Collects the instructions that wait for a character; true when the match is complete.
    private mutating func follow(
        _ start: Int, at index: Int, in text: [UInt32], _ arrived: inout [Int]
    ) -> Bool {
        var pending = [start]
        while let position = pending.popLast() {
            work += 1
            guard visited[position] != index else { continue }
            visited[position] = index
            switch instructions[position] {
            case .match: return true
            case .consume: arrived.append(position)
            case .jump(let target): pending.append(target)
            case .save: pending.append(position + 1)
            case .split(let first, let second): pending += [second, first]
            case .assert(let assertion):
                if assertion.holds(at: index, in: text) { pending.append(position + 1) }
            }
        }
        return false
    }
}
