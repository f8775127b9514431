/// Duplicate keys, and the tables by which keys of large mappings are found.
extension ArenaBuilder {
    /// Looks whether the innermost mapping may have the key already; `nil` is a key that is no scalar.
    ///
    /// That is decided while the text is at hand: walking back over the keys of a closed mapping took a quarter of
    /// the time of reading JSON.
    @inline(__always)
    mutating func note(key: UnsafeRawBufferPointer?) {
        guard frames.top.children < 2 * KeyTable.mostCompared else { return }
        let signature = KeyTable.signature(key)
        let bit: UInt64 = 1 << (signature >> 58)
        if frames.top.seenSignatures & bit != 0, hasSignature(signature) { frames.top.mayRepeatKeys = true }
        frames.top.seenSignatures |= bit
        signatures.append(signature)
    }

    /// Whether one of the innermost mapping's keys has the signature.
    private func hasSignature(_ signature: UInt64) -> Bool {
        signatures.elements.suffix(frames.top.children / 2).contains(signature)
    }

    /// Looks at the keys of a mapping whose children are all words behind its own.
    ///
    /// - Parameter bytes: the mapping's length in the source.
    /// - Returns: the slots of its table, if it gets one.
    mutating func closeKeys(of mapping: Frame, bytes: Int) -> Range<Int>? {
        let entries = mapping.children / 2
        signatures.removeLast(min(mapping.children - entries, KeyTable.mostCompared))
        if KeyTable.isKept(entries: entries) {
            return buildTable(from: mapping.body + 1, slots: KeyTable.slots(entries: entries, bytes: bytes))
        }
        if mapping.mayRepeatKeys { findDuplicates(from: mapping.body + 1) }
        return nil
    }

    private mutating func findDuplicates(from first: Int) {
        let tape = tape
        var keys: [Int] = []
        var key = first
        while key < words.count {
            if let earlier = keys.last(where: { areSameKey(key, $0) }) { noteDuplicate(key, of: earlier) }
            keys.append(key)
            key = tape.next(after: tape.next(after: key))
        }
    }

    /// Fills a table. It grows with the number of different keys, since a text may repeat one without end.
    private mutating func buildTable(from first: Int, slots: Int) -> Range<Int> {
        let tape = tape
        let start = keySlots.count
        var slots = slots
        var different = 0
        keySlots.append(repeating: 0, count: slots)
        var key = first
        while key < words.count {
            if let text = tape.text(of: tape.resolved(key)) {
                let slot = slot(of: text, from: start, slots)
                let earlier = Int(keySlots[slot])
                if earlier != 0 { noteDuplicate(key, of: earlier) } else { different += 1 }
                keySlots[slot] = UInt32(truncatingIfNeeded: key)
                if KeyTable.isFull(slots, keys: different) {
                    widenTable(from: start)
                    slots *= 2
                }
            }
            key = tape.next(after: tape.next(after: key))
        }
        return start..<start + slots
    }

    /// The slot that holds the key, or the free one where it belongs.
    @inline(__always)
    private func slot(of key: UnsafeBufferPointer<UInt8>, from start: Int, _ slots: Int) -> Int {
        let tape = tape
        var slot = KeyTable.slot(key, slots)
        while keySlots[start + slot] != 0 {
            let other = tape.resolved(Int(keySlots[start + slot]))
            if let text = tape.text(of: other), KeyTable.areEqual(text, key) { break }
            slot = (slot + 1) & (slots - 1)
        }
        return start + slot
    }

    private mutating func widenTable(from start: Int) {
        var held = GrowingBuffer<UInt32>()
        for slot in start..<keySlots.count where keySlots[slot] != 0 {
            held.append(keySlots[slot])
            keySlots[slot] = 0
        }
        keySlots.append(repeating: 0, count: keySlots.count - start)
        for index in 0..<held.count {
            guard let text = tape.text(of: tape.resolved(Int(held[index]))) else { continue }
            keySlots[slot(of: text, from: start, keySlots.count - start)] = held[index]
        }
    }

    private func areSameKey(_ left: Int, _ right: Int) -> Bool {
        guard let first = tape.text(of: tape.resolved(left)), let second = tape.text(of: tape.resolved(right)) else {
            return false
        }
        return KeyTable.areEqual(first, second)
    }

    private mutating func noteDuplicate(_ later: Int, of earlier: Int) {
        let (later, earlier) = (tape.resolved(later), tape.resolved(earlier))
        let record = tape.record(of: later)
        guard let text = tape.text(of: later) else { return }
        let isMerge = record.shape == .plain && text.elementsEqual("<<".utf8)
        guard !isMerge else { return }
        duplicates.note(
            name: { String(decoding: text.prefix(80), as: UTF8.self) }, earlier: tape.record(of: earlier).span,
            later: record.span)
    }
}
