/// Looks for several words in bytes at once, in steps that are nearly as long as the shortest of them.
///
/// Wu and Manber, "A fast algorithm for multi-pattern searching", 1994, with blocks of two bytes: the block at the end of a
/// window says how far the next word can begin at the earliest.
struct WordSearch: Sendable {
    private static let tableSize = 4096

    private let words: [[UInt8]]
    /// Bytes of the shortest word.
    private let window: Int
    /// By the block's hash, how far the window may go on; 0 where a word may end its window.
    private let shifts: [UInt8]

    /// - Parameter words: of two bytes to 250 each; at least one.
    init(_ words: [String]) {
        self.words = words.map { Array($0.utf8) }
        let window = max(2, self.words.map(\.count).min() ?? 2)
        var shifts = [UInt8](repeating: UInt8(clamping: window - 1), count: Self.tableSize)
        for word in self.words where word.count >= window {
            for end in 1..<window {
                let hash = Self.hash(word[end - 1], word[end])
                shifts[hash] = min(shifts[hash], UInt8(clamping: window - 1 - end))
            }
        }
        self.window = window
        self.shifts = shifts
    }

    @inline(__always)
    private static func hash(_ first: UInt8, _ second: UInt8) -> Int {
        (Int(first) << 4 ^ Int(second)) & (tableSize - 1)
    }

    /// Whether one of the words stands in the bytes.
    func finds(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        shifts.withUnsafeBufferPointer { shifts in
            var end = window - 1
            while end < bytes.count {
                let shift = Int(shifts[Self.hash(bytes[end - 1], bytes[end])])
                if shift > 0 {
                    end += shift
                    continue
                }
                let start = end - window + 1
                if words.contains(where: { stands($0, in: bytes, at: start) }) { return true }
                end += 1
            }
            return false
        }
    }

    private func stands(_ word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard bytes.count - start >= word.count else { return false }
        return word.indices.allSatisfy { bytes[start + $0] == word[$0] }
    }
}
