#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Asks Linux to back a large block with large pages.
///
/// The first touch of each page of 4 KiB cost a fifth of the time of reading 100 MB of JSON. Advice only: without large
/// pages everything works as before.
enum LargePages {
    /// Below it the pages at both ends are not worth the call.
    static let smallestBlock = 8 << 20

    static func advise(_ block: UnsafeMutableRawPointer, count: Int) {
        #if os(Linux)
            let page = 4096
            let first = block.alignedUp(toMultipleOf: page)
            let usable = (count - (first - block)) / page * page
            // Refused where the kernel has none; nothing is lost.
            if usable > 0 { _ = madvise(first, usable, MADV_HUGEPAGE) }
        #endif
    }
}
