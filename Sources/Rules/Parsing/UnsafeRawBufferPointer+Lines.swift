#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension UnsafeRawBufferPointer {
    /// Where the line that holds a byte ends: its line feed, or the end of the text.
    func lineEnd(from offset: Int) -> Int {
        guard let base = baseAddress, offset < count, let found = memchr(base + offset, 0x0A, count - offset) else {
            return count
        }
        return UnsafeRawPointer(found) - base
    }
}
