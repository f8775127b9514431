/// Different names, each kept once and numbered from 1.
///
/// Templates tag every third value: a dictionary of strings would cost more than the rest of a value.
struct NameTable: ~Copyable {
    private var bytes = GrowingBuffer<UInt8>(capacity: 256)
    /// Where each name ends among the bytes.
    private var ends = GrowingBuffer<UInt32>()
    /// Open addressing; a name's number, 0 for a free slot.
    private var slots = GrowingBuffer<UInt32>()

    init() { slots.append(repeating: 0, count: 16) }

    var count: Int { ends.count }

    /// Bytes of all names.
    var byteCount: Int { bytes.count }

    mutating func removeAll() {
        guard count > 0 else { return }
        self = NameTable()
    }

    /// The name's number; `nil` when it is not there.
    func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        let number = slots[slot(of: name)]
        return number == 0 ? nil : Int(number)
    }

    /// The number that the name gets; it must not be there yet.
    mutating func add(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        let slot = slot(of: name)
        bytes.append(contentsOf: name)
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
        slots[slot] = UInt32(truncatingIfNeeded: ends.count)
        if KeyTable.isFull(slots.count, keys: ends.count) { widen() }
        return ends.count
    }

    /// The slot that holds the name, or the free one where it belongs.
    private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
        var slot = KeyTable.slot(name, slots.count)
        while slots[slot] != 0, !KeyTable.areEqual(text(Int(slots[slot])), name) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private func text(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        let start = number > 1 ? Int(ends[number - 2]) : 0
        return UnsafeBufferPointer(rebasing: bytes.elements[start..<Int(ends[number - 1])])
    }

    private mutating func widen() {
        let wider = slots.count * 2
        slots.removeAll()
        slots.append(repeating: 0, count: wider)
        for number in 1...ends.count { slots[slot(of: text(number))] = UInt32(truncatingIfNeeded: number) }
    }
}
