/// The tags of a text, each kept once.
struct TagTable: ~Copyable {
    /// How many different tags there may be.
    static let most = Int(UInt16.max)
    /// Longest tag, in bytes. A `%TAG` line makes a long one of a short handle, as often as a text likes.
    static let longest = 1_024
    /// Bytes of all different tags.
    static let mostBytes = 1 << 20

    private(set) var names: [String] = []
    private var table = NameTable()

    init() {}

    /// The name's number, counted from 1; `nil` when it is beyond a bound.
    mutating func number(of name: UnsafeBufferPointer<UInt8>) -> UInt16? {
        if let number = table.number(of: name) { return UInt16(truncatingIfNeeded: number) }
        guard names.count < Self.most, name.count <= Self.longest, table.byteCount + name.count <= Self.mostBytes else {
            return nil
        }
        names.append(String(decoding: name, as: UTF8.self))
        return UInt16(truncatingIfNeeded: table.add(name))
    }
}
