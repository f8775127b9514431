/// The tags of a text, each kept once.
///
/// Templates tag every third value: a dictionary of strings would cost more than the rest of a value.
struct TagTable: ~Copyable {
    static let most = Int(UInt16.max)

    private(set) var names: [String] = []
    private var bytes = GrowingBuffer<UInt8>(capacity: 256)
    /// Where each name ends among the bytes.
    private var ends = GrowingBuffer<Int32>()
    /// Open addressing; a name's number, 0 for a free slot.
    private var slots = GrowingBuffer<UInt16>()

    init() { slots.append(repeating: 0, count: 16) }

    /// The name's number, counted from 1; `nil` when there are too many.
    mutating func number(of name: UnsafeBufferPointer<UInt8>) -> UInt16? {
        var slot = slot(of: name)
        while slots[slot] != 0 {
            if KeyTable.areEqual(text(slots[slot]), name) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard names.count < Self.most, bytes.count + name.count <= Int(Int32.max) else { return nil }
        names.append(String(decoding: name, as: UTF8.self))
        bytes.append(contentsOf: name)
        ends.append(Int32(bytes.count))
        let number = UInt16(names.count)
        slots[slot] = number
        if names.count * 2 > slots.count { widen() }
        return number
    }

    private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
        Int(truncatingIfNeeded: KeyTable.hash(name)) & (slots.count - 1)
    }

    private func text(_ number: UInt16) -> UnsafeBufferPointer<UInt8> {
        let start = number > 1 ? Int(ends[Int(number) - 2]) : 0
        return UnsafeBufferPointer(rebasing: bytes.elements[start..<Int(ends[Int(number) - 1])])
    }

    private mutating func widen() {
        let wider = slots.count * 2
        slots.removeLast(slots.count)
        slots.append(repeating: 0, count: wider)
        for number in 1...UInt16(names.count) {
            var slot = slot(of: text(number))
            while slots[slot] != 0 { slot = (slot + 1) & (wider - 1) }
            slots[slot] = number
        }
    }
}
