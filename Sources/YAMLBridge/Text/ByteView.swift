#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A view of a text's bytes for the time of one closure.
///
/// Reading outside the bytes gives 0, which neither YAML nor JSON allows in a text, so that a scanner needs
/// no second check for the end.
struct ByteView {
    let raw: UnsafeRawBufferPointer

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        raw = UnsafeRawBufferPointer(bytes)
    }

    var count: Int { raw.count }

    @inline(__always)
    subscript(offset: Int) -> UInt8 {
        UInt(bitPattern: offset) < UInt(bitPattern: raw.count) ? raw[offset] : 0
    }

    /// Eight bytes, the first one lowest; `nil` when fewer are left.
    @inline(__always)
    func word(at offset: Int) -> UInt64? {
        guard offset >= 0, offset <= raw.count &- 8 else { return nil }
        return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// Where a byte first stands, from an offset on.
    func offset(of byte: UInt8, from start: Int) -> Int? {
        guard start >= 0, start < raw.count, let base = raw.baseAddress,
            let found = memchr(base + start, Int32(byte), raw.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - base
    }

    /// The part of `range` that is there.
    func slice(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: raw[range.clamped(to: 0..<raw.count)])
    }

    /// The text of `range`, cut to `limit` bytes at a character's border.
    func text(_ range: Range<Int>, limit: Int = .max) -> String {
        let range = range.clamped(to: 0..<raw.count)
        guard range.count > limit else { return String(decoding: raw[range], as: UTF8.self) }
        var end = range.lowerBound + limit
        while end > range.lowerBound, self[end].isUTF8Continuation { end -= 1 }
        return String(decoding: raw[range.lowerBound..<end], as: UTF8.self) + "…"
    }

    /// Behind the character at `offset`.
    func characterEnd(_ offset: Int) -> Int {
        var end = offset + 1
        while self[end].isUTF8Continuation { end += 1 }
        return min(max(end, 0), count)
    }

    /// Where the line of `offset` begins.
    func lineStart(_ offset: Int) -> Int {
        var start = min(max(offset, 0), count)
        while start > 0, !self[start - 1].isLineBreak { start -= 1 }
        return start
    }

    /// Where the line of `offset` ends, in front of its line break.
    func lineEnd(_ offset: Int) -> Int {
        var end = min(max(offset, 0), count)
        while end < count, !self[end].isLineBreak { end += 1 }
        return end
    }
}
