/// Follows all ways through an automaton over a text of which parts are not known.
///
/// Without `isSure` it follows what some text in those parts allows, with it only what every text does: a `.*` goes over
/// any of them. What is not known is taken to hold no line breaks then.
struct PartialMatcher {
    private let instructions: [PatternInstruction]
    private let isSure: Bool
    private var work = 0

    /// A character beside a place, as far as it is known.
    private enum Neighbour {
        /// The text's start or end.
        case none
        case character(UInt32)
        /// Any character, or the text's start or end where nothing known stands beyond.
        case open(mayBeEdge: Bool)

        var isEdgeOpen: Bool {
            if case .open(mayBeEdge: true) = self { true } else { false }
        }
    }

    init(instructions: [PatternInstruction], isSure: Bool) {
        self.instructions = instructions
        self.isSure = isSure
    }

    /// `nil` when the steps did not suffice.
    mutating func isFound(in pieces: [String], spending steps: inout Int) -> Bool? {
        // Unknown parts beside each other are one.
        let texts = pieces.enumerated().filter { index, piece in
            !piece.isEmpty || index == 0 || index == pieces.count - 1
        }.map { $0.element.unicodeScalars.map(\.value) }
        var arrivals: [Arrival] = [Arrival(starts: [0], before: .none)]
        for (index, text) in texts.enumerated() {
            let isLast = index == texts.count - 1
            let end: Neighbour = isLast ? .none : .open(mayBeEdge: index + 2 == texts.count && texts[index + 1].isEmpty)
            for place in text.indices {
                guard let states = arrive(arrivals, .character(text[place])) else { return true }
                let next = targets(of: states) { $0.contains(text[place]) }.union([0])
                arrivals = [Arrival(starts: next, before: .character(text[place]))]
                guard spend(&steps) else { return nil }
            }
            guard let states = arrive(arrivals, end) else { return true }
            if isLast { return false }
            if let crossed = cross(states, end) {
                arrivals.append(Arrival(starts: crossed.union([0]), before: .open(mayBeEdge: false)))
            } else if !isSure {
                return true
            }
            guard spend(&steps) else { return nil }
        }
        return false
    }

    /// Where the automaton stands at a place, by one of the ways that lead there: over an unknown part, or without one.
    private struct Arrival {
        let starts: Set<Int>
        let before: Neighbour
    }

    /// The instructions that wait for a character at a place: those of every way there when they have to be sure, else those
    /// of any. `nil` when the match is complete.
    private mutating func arrive(_ arrivals: [Arrival], _ after: Neighbour) -> Set<Int>? {
        var states: Set<Int>?
        var isComplete = false
        for arrival in arrivals {
            guard let reached = follow(arrival.starts, arrival.before, after) else {
                isComplete = true
                continue
            }
            states = states.map { isSure ? $0.intersection(reached) : $0.union(reached) } ?? reached
        }
        return isComplete && !isSure ? nil : states
    }

    private mutating func spend(_ steps: inout Int) -> Bool {
        steps -= 1 + work / 8
        work = 0
        return steps >= 0
    }

    /// The instructions behind those that take a character.
    private func targets(of states: Set<Int>, _ takes: (CharacterSet) -> Bool) -> Set<Int> {
        var found: Set<Int> = []
        for state in states {
            if case .consume(let set) = instructions[state], takes(set) { found.insert(state + 1) }
        }
        return found
    }

    /// The instructions behind an unknown part that is not empty; `nil` when the match is complete within each such part, or
    /// within one where it need not be sure.
    private mutating func cross(_ states: Set<Int>, _ end: Neighbour) -> Set<Int>? {
        var current = states
        while true {
            let next = targets(of: current) { set in isSure ? set.holdsEveryLine : !set.ranges.isEmpty }
            let starts = isSure ? next : next.union([0])
            guard let reached = follow(starts, .open(mayBeEdge: false), end.isEdgeOpen ? end : .open(mayBeEdge: false)) else {
                return nil
            }
            // Sure is what lasts however long the part is; possible is what any length of it leads to.
            let result = isSure ? current.intersection(reached) : current.union(reached)
            if result == current { return starts }
            current = result
        }
    }

    /// The instructions that wait for a character; `nil` when the match is complete.
    private mutating func follow(_ starts: Set<Int>, _ before: Neighbour, _ after: Neighbour) -> Set<Int>? {
        var pending = Array(starts)
        var visited = starts
        var waiting: Set<Int> = []
        while let position = pending.popLast() {
            work += 1
            var next: [Int] = []
            switch instructions[position] {
            case .match: return nil
            case .consume: waiting.insert(position)
            case .jump(let target): next = [target]
            case .save: next = [position + 1]
            case .split(let first, let second): next = [first, second]
            case .assert(let assertion): if holds(assertion, before, after) { next = [position + 1] }
            }
            for position in next where visited.insert(position).inserted { pending.append(position) }
        }
        return waiting
    }

    private func holds(_ assertion: PatternAssertion, _ before: Neighbour, _ after: Neighbour) -> Bool {
        let answer: Bool? =
            switch assertion {
            case .textStart: isEdge(before)
            case .textEnd: isEdge(after)
            case .lineStart: isLineEdge(before)
            case .lineEnd: isLineEdge(after)
            case .wordBoundary: isBoundary(before, after)
            case .noWordBoundary: isBoundary(before, after).map { !$0 }
            }
        return answer ?? !isSure
    }

    private func isEdge(_ neighbour: Neighbour) -> Bool? {
        switch neighbour {
        case .none: true
        case .character: false
        case .open(let mayBeEdge): mayBeEdge ? nil : false
        }
    }

    private func isLineEdge(_ neighbour: Neighbour) -> Bool? {
        switch neighbour {
        case .none: true
        case .character(let value): value == 0x0A
        case .open: nil
        }
    }

    private func isBoundary(_ before: Neighbour, _ after: Neighbour) -> Bool? {
        guard let left = isWord(before), let right = isWord(after) else { return nil }
        return left != right
    }

    private func isWord(_ neighbour: Neighbour) -> Bool? {
        switch neighbour {
        case .none: false
        case .character(let value): CharacterSet.word.contains(value)
        case .open: nil
        }
    }
}

extension CharacterSet {
    /// Whether it holds every character of a line, as `.` does.
    fileprivate var holdsEveryLine: Bool {
        ranges.contains { $0.lowerBound <= 0x0B && $0.upperBound >= 0x10FFFF }
    }
}
