/// Where lines begin, and how many code points stand before every 1024th byte.
///
/// The second keeps the column of a place in a line of 50 MB from costing a walk through the line.
final class LineTable: Sendable {
    private static let blockShift = 10

    let starts: ContiguousArray<UInt32>
    /// Empty for a text in ASCII, in which bytes are code points.
    private let codePointsBeforeBlock: ContiguousArray<UInt32>

    init(_ view: ByteView, isASCII: Bool) {
        starts = Self.lineStarts(view)
        codePointsBeforeBlock = isASCII ? [] : Self.codePointCounts(view)
    }

    /// The index of the line that holds the byte.
    func line(ofByte offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// How many code points begin between two bytes.
    func codePoints(in range: Range<Int>, of view: ByteView) -> Int {
        guard !codePointsBeforeBlock.isEmpty else { return range.count }
        return codePoints(before: range.upperBound, of: view) - codePoints(before: range.lowerBound, of: view)
    }

    /// The byte where a line's code point stands, counted from 0; the line's end for one behind it.
    func byte(ofCodePoint number: Int, in line: Range<Int>, of view: ByteView) -> Int {
        guard !codePointsBeforeBlock.isEmpty else { return min(line.lowerBound + max(number, 0), line.upperBound) }
        let wanted = codePoints(before: line.lowerBound, of: view) + max(number, 0)
        let block = max(block(ofCodePoint: wanted), line.lowerBound >> Self.blockShift)
        var offset = max(block << Self.blockShift, line.lowerBound)
        var passed = codePoints(before: offset, of: view)
        while offset < line.upperBound {
            if !view[offset].isUTF8Continuation {
                if passed == wanted { return offset }
                passed += 1
            }
            offset += 1
        }
        return line.upperBound
    }

    /// The block in which a code point of the text begins.
    private func block(ofCodePoint number: Int) -> Int {
        var low = 0
        var high = codePointsBeforeBlock.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(codePointsBeforeBlock[middle]) <= number { low = middle } else { high = middle }
        }
        return low
    }

    private func codePoints(before offset: Int, of view: ByteView) -> Int {
        let block = offset >> Self.blockShift
        return Int(codePointsBeforeBlock[block]) + Self.count(view, from: block << Self.blockShift, to: offset)
    }

    private static func count(_ view: ByteView, from start: Int, to end: Int) -> Int {
        var offset = start
        var continuations = 0
        while offset + 8 <= end, let word = view.word(at: offset) {
            continuations += word.continuationCount
            offset += 8
        }
        while offset < end {
            continuations += view[offset].isUTF8Continuation ? 1 : 0
            offset += 1
        }
        return end - start - continuations
    }

    private static func codePointCounts(_ view: ByteView) -> ContiguousArray<UInt32> {
        var counts = ContiguousArray<UInt32>()
        counts.reserveCapacity(view.count >> blockShift + 1)
        var total = 0
        for block in 0...(view.count >> blockShift) {
            counts.append(UInt32(truncatingIfNeeded: total))
            let start = block << blockShift
            total += count(view, from: start, to: min(start + 1 << blockShift, view.count))
        }
        return counts
    }

    /// In two walks, so that the table never takes more memory than it needs.
    private static func lineStarts(_ view: ByteView) -> ContiguousArray<UInt32> {
        let hasReturns = view.offset(of: .carriageReturn, from: 0) != nil
        var count = 1
        forEachLineStart(view, hasReturns: hasReturns) { _ in count += 1 }
        var starts = ContiguousArray<UInt32>()
        starts.reserveCapacity(count)
        starts.append(0)
        forEachLineStart(view, hasReturns: hasReturns) { starts.append(UInt32(truncatingIfNeeded: $0)) }
        return starts
    }

    /// Of all lines but the first.
    @inline(__always)
    private static func forEachLineStart(_ view: ByteView, hasReturns: Bool, _ body: (Int) -> Void) {
        var offset = 0
        // The C library finds one byte several times as fast as two are looked for here.
        while !hasReturns, let lineFeed = view.offset(of: .lineFeed, from: offset) {
            offset = lineFeed + 1
            body(offset)
        }
        while hasReturns, offset < view.count {
            if let word = view.word(at: offset) {
                let hits = word.hits(.lineFeed) | word.hits(.carriageReturn)
                guard hits != 0 else { offset += 8; continue }
                offset += hits.trailingZeroBitCount / 8
            }
            let byte = view[offset]
            offset += 1
            guard byte.isLineBreak else { continue }
            if byte == .carriageReturn, view[offset] == .lineFeed { offset += 1 }
            body(offset)
        }
    }
}
