import Evaluation

/// What SHA-256 and SHA-512 share (FIPS 180-4, section 6.2 and 6.4): they differ in the size of their words and in numbers.
struct SHA2<Word: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
    /// Distances of the two big and the two small functions Σ and σ; the last of a small one shifts.
    let bigFirst: [Int]
    let bigSecond: [Int]
    let smallFirst: [Int]
    let smallSecond: [Int]
    let constants: [Word]
    let start: [Word]

    func digest(_ message: [UInt8]) -> [UInt8] {
        var state = start
        let block = 2 * Word.bitWidth
        let bytes = Digest.padded(message, block: block)
        for start in stride(from: 0, to: bytes.count, by: block) {
            add(bytes[start..<start + block], to: &state)
        }
        return Digest.bytes(state)
    }

    private func add(_ block: ArraySlice<UInt8>, to state: inout [Word]) {
        let size = Word.bitWidth / 8
        var words: [Word] = stride(from: block.startIndex, to: block.endIndex, by: size).map {
            Digest.word(block[$0..<$0 + size])
        }
        for place in 16..<constants.count {
            let (first, second) = (small(words[place - 15], smallFirst), small(words[place - 2], smallSecond))
            words.append(second &+ words[place - 7] &+ first &+ words[place - 16])
        }
        var all = state
        for round in constants.indices {
            let choice = all[4] & all[5] ^ ~all[4] & all[6]
            let majority = all[0] & all[1] ^ all[0] & all[2] ^ all[1] & all[2]
            let first = all[7] &+ big(all[4], bigSecond) &+ choice &+ constants[round] &+ words[round]
            let second = big(all[0], bigFirst) &+ majority
            all = [first &+ second, all[0], all[1], all[2], all[3] &+ first, all[4], all[5], all[6]]
        }
        for place in state.indices { state[place] &+= all[place] }
    }

    private func big(_ word: Word, _ distances: [Int]) -> Word {
        distances.reduce(0) { $0 ^ rotated(word, $1) }
    }

    private func small(_ word: Word, _ distances: [Int]) -> Word {
        rotated(word, distances[0]) ^ rotated(word, distances[1]) ^ word >> Word(distances[2])
    }

    private func rotated(_ word: Word, _ bits: Int) -> Word {
        word >> Word(bits) | word << Word(Word.bitWidth - bits)
    }
}
