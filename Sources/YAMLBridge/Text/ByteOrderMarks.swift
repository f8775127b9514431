/// Byte order marks that joined files leave inside a text.
///
/// libyaml passes them where a line starts with a value; other readers make them a part of the key.
enum ByteOrderMarks {
    private static let message = "a byte order mark inside the text"
    private static let help = "remove it; files that were joined leave one behind"
    private static let listed = 20

    static func error(at range: Range<Int>) -> UnplacedDiagnostic {
        UnplacedDiagnostic(code: .encoding, message, help: help, at: range)
    }

    /// The marks at starts of lines; others are characters of a text.
    static func warnings(_ view: ByteView) -> [UnplacedDiagnostic] {
        var warnings: [UnplacedDiagnostic] = []
        var offset = 0
        while offset < view.count, warnings.count < listed {
            if let word = view.word(at: offset), word.hits(0xEF) == 0 {
                offset += 8
                continue
            }
            if view.isByteOrderMark(offset), offset == 0 || view[offset - 1].isLineBreak {
                warnings.append(.init(.warning, code: .encoding, message, help: help, at: offset..<offset + 3))
            }
            offset += 1
        }
        return warnings
    }
}

extension ByteView {
    func isByteOrderMark(_ offset: Int) -> Bool {
        self[offset] == 0xEF && self[offset + 1] == 0xBB && self[offset + 2] == 0xBF
    }

    /// The mark at or right before `offset`.
    func byteOrderMark(beside offset: Int) -> Range<Int>? {
        if isByteOrderMark(offset) { return offset..<offset + 3 }
        return isByteOrderMark(offset - 3) ? offset - 3..<offset : nil
    }
}
