/// All nodes of a text, immutable.
struct Arena: Sendable {
    let records: FrozenBuffer<NodeRecord>
    /// Indices of children; a mapping's keys and values alternate and are followed by its `KeyTable`, if it has one.
    let links: FrozenBuffer<Int32>
    /// Texts of scalars that are not in the source as they are.
    let decoded: FrozenBuffer<UInt8>
    let tags: [String]
    let roots: [Int32]
    /// In JSON nothing is folded.
    let isJSON: Bool

    func withText<Result>(
        of record: NodeRecord, in source: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let start = Int(record.contentStart)
        let range = start..<start + Int(record.contentCount)
        guard record.isDecoded else {
            return source.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
        }
        return body(decoded[range])
    }

    /// Which of a mapping's entries has the key; of duplicates the last one.
    func entry(_ key: String, of mapping: NodeRecord, in source: [UInt8]) -> Int? {
        var key = key
        return key.withUTF8 { wanted in
            let count = Int(mapping.contentCount)
            let first = Int(mapping.contentStart)
            func isWanted(_ entry: Int) -> Bool {
                let record = records[Int(links[first + 2 * entry])]
                guard record.isScalar, Int(record.contentCount) == wanted.count else { return false }
                return withText(of: record, in: source) { KeyTable.areEqual($0, wanted) }
            }
            guard KeyTable.isKept(entries: count) else { return (0..<count).last(where: isWanted) }
            let mask = KeyTable.slots(entries: count) - 1
            let table = first + 2 * count
            var slot = Int(truncatingIfNeeded: KeyTable.hash(wanted)) & mask
            while links[table + slot] >= 0 {
                let entry = Int(links[table + slot])
                if isWanted(entry) { return entry }
                slot = (slot + 1) & mask
            }
            return nil
        }
    }
}
