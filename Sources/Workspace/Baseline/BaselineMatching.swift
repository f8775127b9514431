/// Pairs entries of a baseline with found ones, in rounds from strict to lenient.
struct BaselineMatching {
    private let entries: [Baseline.Entry]
    private let found: [Baseline.Entry]
    private(set) var isEntryMatched: [Bool]
    private(set) var isFoundMatched: [Bool]

    init(entries: [Baseline.Entry], found: [Baseline.Entry]) {
        self.entries = entries
        self.found = found
        isEntryMatched = Array(repeating: false, count: entries.count)
        isFoundMatched = Array(repeating: false, count: found.count)
    }

    /// The rounds: the same place, the same but for list indices, the same resource in another file.
    ///
    /// - Parameter mayHaveMoved: whether an entry's finding may turn up in another file.
    mutating func matchMoved(_ mayHaveMoved: (Baseline.Entry) -> Bool = { _ in true }) {
        match { $0.identity }
        match { $0.identityWithoutIndices }
        match(onlyEntries: { $0.resource != nil && mayHaveMoved($0) }) { $0.identityWithoutFile }
    }

    /// One round: what is left on both sides is paired by `key`, in order.
    private mutating func match(
        onlyEntries isWanted: (Baseline.Entry) -> Bool = { _ in true }, by key: (Baseline.Entry) -> [String?]
    ) {
        var waiting: [[String?]: [Int]] = [:]
        for index in entries.indices.reversed() where !isEntryMatched[index] && isWanted(entries[index]) {
            waiting[key(entries[index]), default: []].append(index)
        }
        guard !waiting.isEmpty else { return }
        for index in found.indices where !isFoundMatched[index] {
            guard let entry = waiting[key(found[index])]?.popLast() else { continue }
            isFoundMatched[index] = true
            isEntryMatched[entry] = true
        }
    }
}
