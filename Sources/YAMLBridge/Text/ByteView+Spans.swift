#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Places in YAML that libyaml's marks do not give.
extension ByteView {
    func equals(_ value: UnsafeRawBufferPointer, at offset: Int) -> Bool {
        guard offset >= 0, value.count <= count - offset else { return false }
        guard let left = value.baseAddress, let right = raw.baseAddress, !value.isEmpty else { return true }
        return memcmp(left, right + offset, value.count) == 0
    }

    /// From the tag or the content to the content: passes tag and anchor of the node at `start`.
    func skipProperties(from start: Int, to end: Int) -> (spanStart: Int, content: Int) {
        var offset = start
        var tag: Int?
        while offset < end {
            switch self[offset] {
            case UInt8(ascii: "!"):
                tag = tag ?? offset
                offset = tagEnd(from: offset)
            case UInt8(ascii: "&"):
                offset = anchorEnd(from: offset)
            case .space, .tab:
                offset += 1
            case _ where isByteOrderMark(offset) && self[max(0, offset - 1)].isLineBreak:
                offset += 3
            case _ where breakLength(offset) > 0:
                offset += breakLength(offset)
            case UInt8(ascii: "#") where offset > 0 && self[offset - 1].isWhitespace:
                offset = lineEnd(offset)
            default:
                return (tag ?? offset, offset)
            }
        }
        return (tag ?? start, end)
    }

    /// Behind an anchor's name; `offset` itself when there is no anchor.
    func anchorEnd(from offset: Int) -> Int {
        guard self[offset] == UInt8(ascii: "&") else { return offset }
        var end = offset + 1
        while self[end].isWordByte || self[end] == UInt8(ascii: "-") { end += 1 }
        return end
    }

    private func tagEnd(from start: Int) -> Int {
        var end = start
        let isVerbatim = self[start + 1] == UInt8(ascii: "<")
        while end < count, !self[end].isBlank, breakLength(end) == 0 {
            if !isVerbatim, self[end] == UInt8(ascii: ",") { break }
            end += 1
            if isVerbatim, self[end - 1] == UInt8(ascii: ">") { break }
        }
        return end
    }

    /// The end of a block scalar's last line that is not blank; `end` is libyaml's, behind the blank lines.
    func blockScalarEnd(from start: Int, to end: Int) -> Int {
        var last = end
        while last > start, self[last - 1].isWhitespace { last -= 1 }
        return min(lineEnd(last), max(end, last))
    }

    /// Where a value stands that is not there: libyaml gives the next token's place at times.
    func emptyScalarPlace(_ offset: Int, after lastEnd: Int) -> Int {
        var place = offset
        while place > lastEnd, self[place - 1].isWhitespace { place -= 1 }
        return place
    }

    func firstOffset(of byte: UInt8, from start: Int) -> Int? {
        var offset = start
        while let word = word(at: offset) {
            let hits = word.hits(byte)
            guard hits == 0 else { return offset + hits.trailingZeroBitCount / 8 }
            offset += 8
        }
        while offset < count {
            if self[offset] == byte { return offset }
            offset += 1
        }
        return nil
    }
}
