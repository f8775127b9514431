/// Line breaks as YAML 1.1 and libyaml have them: besides CR and LF also NEL, LS and PS.
extension ByteView {
    /// The bytes of the line break at `offset`; 0 when there is none.
    func breakLength(_ offset: Int) -> Int {
        switch self[offset] {
        case .lineFeed: 1
        case .carriageReturn: self[offset + 1] == .lineFeed ? 2 : 1
        case 0xC2: self[offset + 1] == 0x85 ? 2 : 0
        case 0xE2: self[offset + 1] == 0x80 && self[offset + 2] | 1 == 0xA9 ? 3 : 0
        default: 0
        }
    }

    /// The start of the line behind the one of `offset`, or the end.
    func nextYAMLLine(_ offset: Int) -> Int {
        var next = offset
        while next < count, breakLength(next) == 0 { next += 1 }
        return min(next + breakLength(next), count)
    }

    /// The bytes that a line break has in a scalar's text: LS and PS stay, all others become LF.
    func normalizedBreakLength(_ range: Range<Int>) -> Int {
        self[range.lowerBound] == 0xE2 ? 3 : 1
    }
}
