/// Bytes of any of the encodings that templates come in, to well-formed UTF-8 without a byte order mark.
struct TextDecoder {
    /// Replaced places that are listed; a file that is no text at all has millions.
    private static let listedReplacements = 20

    private var output: [UInt8] = []
    private var replacements: [Range<Int>] = []
    private var replacementCount = 0

    /// A text and what had to be replaced in it.
    static func decode(_ bytes: [UInt8]) -> (text: SourceText, warnings: [UnplacedDiagnostic]) {
        var decoder = TextDecoder()
        let text = bytes.withUnsafeBufferPointer { decoder.decode(bytes, ByteView($0)) }
        let marks = text.isASCII ? [] : text.withView(ByteOrderMarks.warnings)
        return (text, decoder.warnings() + marks)
    }

    private mutating func decode(_ bytes: [UInt8], _ view: ByteView) -> SourceText {
        switch (view[0], view[1]) {
        case (0xFF, 0xFE) where view.count >= 2: return utf16(view, from: 2, bigEndian: false)
        case (0xFE, 0xFF) where view.count >= 2: return utf16(view, from: 2, bigEndian: true)
        default: break
        }
        if view.count >= 4, view.count.isMultiple(of: 2) {
            let zeros = (view[0] == 0, view[1] == 0, view[2] == 0, view[3] == 0)
            if zeros == (false, true, false, true) { return utf16(view, from: 0, bigEndian: false) }
            if zeros == (true, false, true, false) { return utf16(view, from: 0, bigEndian: true) }
        }
        return utf8(bytes, view)
    }

    private mutating func utf8(_ bytes: [UInt8], _ view: ByteView) -> SourceText {
        let start = view.isByteOrderMark(0) ? 3 : 0
        let firstOther = Self.endOfASCII(view, from: start)
        let firstBad = Self.endOfWellFormed(view, from: firstOther)
        if firstBad == view.count {
            return SourceText(
                bytes: start > 0 ? Array(bytes[start...]) : bytes, isASCII: firstOther == view.count)
        }
        output.reserveCapacity(view.count + view.count / 8)
        var offset = start
        while offset < view.count {
            let end = Self.endOfWellFormed(view, from: offset)
            output.append(contentsOf: view.slice(offset..<end))
            offset = end
            guard offset < view.count else { break }
            offset += Self.sequence(view, at: offset).length
            replace()
        }
        return SourceText(bytes: output, isASCII: false)
    }

    private mutating func utf16(_ view: ByteView, from start: Int, bigEndian: Bool) -> SourceText {
        func unit(_ offset: Int) -> UInt32 {
            let (first, second) = (UInt32(view[offset]), UInt32(view[offset + 1]))
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        output.reserveCapacity(view.count / 2 + view.count / 8)
        var offset = start
        var isASCII = true
        while offset + 1 < view.count {
            var value = unit(offset)
            offset += 2
            if value & 0xFC00 == 0xD800, offset + 1 < view.count, unit(offset) & 0xFC00 == 0xDC00 {
                value = 0x10000 + (value & 0x3FF) << 10 + unit(offset) & 0x3FF
                offset += 2
            }
            isASCII = isASCII && value < 0x80
            guard let scalar = Unicode.Scalar(value) else { replace(); continue }
            output.append(contentsOf: scalar.utf8)
        }
        if offset < view.count {
            isASCII = false
            replace()
        }
        return SourceText(bytes: output, isASCII: isASCII)
    }

    private mutating func replace() {
        let start = output.count
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        replacementCount += 1
        if replacements.count < Self.listedReplacements { replacements.append(start..<output.count) }
    }

    private func warnings() -> [UnplacedDiagnostic] {
        replacements.enumerated().map { number, range in
            let unlisted = replacementCount - replacements.count
            let more = unlisted > 0 && number == replacements.count - 1 ? " (and \(unlisted) more places)" : ""
            return UnplacedDiagnostic(
                .warning, code: .encoding,
                "these bytes are not a character in the text's encoding and were read as U+FFFD\(more)",
                help: "save the file as UTF-8", at: range)
        }
    }
}

extension TextDecoder {
    private static func endOfASCII(_ view: ByteView, from start: Int) -> Int {
        var offset = start
        while let word = view.word(at: offset) {
            let hits = word & .everyHighBit
            guard hits == 0 else { return offset + hits.trailingZeroBitCount / 8 }
            offset += 8
        }
        while offset < view.count, view[offset] < 0x80 { offset += 1 }
        return offset
    }

    private static func endOfWellFormed(_ view: ByteView, from start: Int) -> Int {
        var offset = start
        while true {
            offset = endOfASCII(view, from: offset)
            guard offset < view.count else { return offset }
            while view[offset] >= 0x80 {
                let sequence = sequence(view, at: offset)
                guard sequence.isWellFormed else { return offset }
                offset += sequence.length
            }
        }
    }

    /// The sequence at `offset`: whole, or as much of it as Unicode wants replaced by one U+FFFD.
    private static func sequence(_ view: ByteView, at offset: Int) -> (length: Int, isWellFormed: Bool) {
        let (second, length): (ClosedRange<UInt8>, Int)
        switch view[offset] {
        case 0x00...0x7F: return (1, true)
        case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
        case 0xE0: (second, length) = (0xA0...0xBF, 3)
        case 0xED: (second, length) = (0x80...0x9F, 3)
        case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
        case 0xF0: (second, length) = (0x90...0xBF, 4)
        case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
        case 0xF4: (second, length) = (0x80...0x8F, 4)
        default: return (1, false)
        }
        guard second.contains(view[offset + 1]) else { return (1, false) }
        for index in 2..<max(length, 2) where !view[offset + index].isUTF8Continuation { return (index, false) }
        return (length, true)
    }
}
