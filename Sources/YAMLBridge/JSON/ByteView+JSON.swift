/// Steps through JSON that know nothing of nodes.
extension ByteView {
    @inline(__always)
    func skipWhitespace(_ offset: Int) -> Int {
        self[offset] > .space ? offset : skipIndentation(offset)
    }

    private func skipIndentation(_ start: Int) -> Int {
        var offset = start
        while true {
            if let word = word(at: offset) {
                let others = word ^ .eightSpaces
                offset += others == 0 ? 8 : others.trailingZeroBitCount / 8
                if others == 0 { continue }
            }
            guard self[offset].isWhitespace else { return offset }
            offset += 1
        }
    }

    @inline(__always)
    func skipDigits(_ start: Int) -> Int {
        var offset = start
        while self[offset].isDigit { offset += 1 }
        return offset
    }

    /// The place of the next quote, backslash, control character, or the end.
    @inline(__always)
    func skipOrdinaryCharacters(_ start: Int) -> Int {
        var offset = start
        while let word = word(at: offset) {
            let hits = word.hits(.doubleQuote) | word.hits(.backslash) | word.hits(below: .space)
            guard hits == 0 else { return offset + hits.trailingZeroBitCount / 8 }
            offset += 8
        }
        while offset < count {
            let byte = self[offset]
            if byte == .doubleQuote || byte == .backslash || byte < .space { break }
            offset += 1
        }
        return offset
    }

    /// The value of four hexadecimal digits; `nil` when they are not all there.
    func hexadecimal(_ start: Int) -> UInt32? {
        var value: UInt32 = 0
        for index in start..<start + 4 {
            guard let digit = self[index].hexadecimalValue else { return nil }
            value = value << 4 | digit
        }
        return value
    }
}
