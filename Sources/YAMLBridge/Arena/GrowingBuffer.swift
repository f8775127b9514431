#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Elements that are appended one by one and then kept for good, without an array's checks for other owners.
///
/// It grows with `realloc`, which moves large blocks without touching them.
struct GrowingBuffer<Element: BitwiseCopyable & Sendable>: ~Copyable {
    private var start: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 16) {
        self.capacity = max(capacity, 16)
        start = Self.resize(nil, to: self.capacity)
    }

    deinit { free(start) }

    var last: Element? { count > 0 ? start[count - 1] : nil }

    var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }

    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            return start[index]
        }
        _modify {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            yield &start[index]
        }
    }

    /// The last element; there must be one.
    @inline(__always)
    var top: Element {
        get { self[count &- 1] }
        _modify { yield &self[count &- 1] }
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(by: 1) }
        (start + count).initialize(to: element)
        count &+= 1
    }

    mutating func append(contentsOf other: UnsafeBufferPointer<Element>) {
        guard let first = other.baseAddress else { return }
        if other.count > capacity - count { grow(by: other.count) }
        (start + count).initialize(from: first, count: other.count)
        count += other.count
    }

    mutating func append(repeating element: Element, count added: Int) {
        if added > capacity - count { grow(by: added) }
        (start + count).initialize(repeating: element, count: added)
        count += added
    }

    @inline(__always)
    mutating func removeLast(_ removed: Int = 1) {
        precondition(removed <= count)
        count &-= removed
    }

    mutating func removeAll() { count = 0 }

    /// The elements for good, in no more memory than they need.
    consuming func freeze() -> FrozenBuffer<Element> {
        let frozen = FrozenBuffer(adopting: Self.resize(start, to: max(count, 1)), count: count)
        discard self
        return frozen
    }

    @inline(never)
    private mutating func grow(by added: Int) {
        capacity = max(capacity * 2, count + added)
        start = Self.resize(start, to: capacity)
    }

    private static func resize(_ start: UnsafeMutablePointer<Element>?, to capacity: Int) -> UnsafeMutablePointer<Element> {
        let size = capacity * MemoryLayout<Element>.stride
        // Without memory there is no going on, here as in the standard library's own arrays.
        guard let bytes = realloc(start, size) else { abort() }
        if size >= LargePages.smallestBlock { LargePages.advise(bytes, count: size) }
        return bytes.assumingMemoryBound(to: Element.self)
    }
}
