#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How the keys of a large mapping are found: open addressing, indices of keys in the slots, 0 for a free one.
enum KeyTable {
    /// Differs from run to run, so that nobody can write a file whose keys all collide.
    private static let seed = UInt64.random(in: .min ... .max)

    /// Most entries of a mapping whose keys are compared one by one.
    static let mostCompared = 32

    static func isKept(entries: Int) -> Bool { entries > mostCompared }

    /// The slots to start with for a mapping of so many bytes: enough, unless entries are very short.
    static func slots(entries: Int, bytes: Int) -> Int {
        let different = max(min(entries, bytes / 16), 2)
        return 1 << (Int.bitWidth - (different + different / 2).leadingZeroBitCount)
    }

    /// Whether one key more would make chains of slots long.
    @inline(__always)
    static func isFull(_ slots: Int, keys: Int) -> Bool { keys * 4 >= slots * 3 }

    @inline(__always)
    static func slot(_ key: UnsafeBufferPointer<UInt8>, _ slots: Int) -> Int {
        Int(truncatingIfNeeded: hash(key)) & (slots - 1)
    }

    /// A number that is the same for equal texts: from the length and eight bytes at either end. 0 for no text.
    ///
    /// Good enough for the few keys of a small mapping, whoever chose them.
    @inline(__always)
    static func signature(_ key: UnsafeRawBufferPointer?) -> UInt64 {
        guard let key, let bytes = key.baseAddress, key.count > 0 else { return 0 }
        var (head, tail): (UInt64, UInt64)
        if key.count >= 8 {
            head = bytes.loadUnaligned(as: UInt64.self)
            tail = bytes.loadUnaligned(fromByteOffset: key.count - 8, as: UInt64.self)
        } else if key.count >= 4 {
            head = UInt64(bytes.loadUnaligned(as: UInt32.self))
            tail = UInt64(bytes.loadUnaligned(fromByteOffset: key.count - 4, as: UInt32.self))
        } else {
            head = UInt64(key[0])
            tail = UInt64(key[key.count / 2]) << 8 | UInt64(key[key.count - 1])
        }
        head ^= tail << 23 | tail >> 41
        return (head ^ UInt64(truncatingIfNeeded: key.count)) &* 0x9E37_79B9_7F4A_7C15
    }

    static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(key)
        var state = seed ^ UInt64(truncatingIfNeeded: bytes.count)
        var offset = 0
        while offset + 8 <= bytes.count {
            state = mix(state ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var rest: UInt64 = 0
        while offset < bytes.count {
            rest = rest << 8 | UInt64(bytes[offset])
            offset += 1
        }
        return mix(state ^ rest)
    }

    static func areEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        guard let leftStart = left.baseAddress, let rightStart = right.baseAddress else { return true }
        return memcmp(leftStart, rightStart, left.count) == 0
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = (value ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
