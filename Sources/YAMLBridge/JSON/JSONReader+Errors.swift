extension JSONReader {
    /// What stands at a place, for "expected ..., found ...".
    private func found(_ offset: Int) -> String {
        guard offset < view.count else { return "the end of the text" }
        let byte = view[offset]
        if byte.isLineBreak { return "the end of the line" }
        if byte < .space { return "the control character U+\(codePoint(byte))" }
        return "`\(view.text(offset..<view.characterEnd(offset)))`"
    }

    private func codePoint(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }

    private func character(_ offset: Int) -> Range<Int> { offset..<max(offset, view.characterEnd(offset)) }

    private func opened(_ start: Int?) -> [UnplacedDiagnostic.Related] {
        guard let start else { return [] }
        return [.init(message: "opened here", range: start..<view.characterEnd(start))]
    }

    /// - Parameter start: where the collection starts that is not complete.
    func expected(_ what: String, at offset: Int, in start: Int? = nil) -> UnplacedDiagnostic {
        if view[offset] == UInt8(ascii: "/"), [UInt8(ascii: "/"), UInt8(ascii: "*")].contains(view[offset + 1]) {
            return comment(at: offset)
        }
        if view[offset] == UInt8(ascii: "#") { return comment(at: offset) }
        var help: String?
        if view[offset] == UInt8(ascii: "'") { help = "JSON's quotes are double: \"" }
        if offset >= view.count, start != nil { help = "close what is still open" }
        return UnplacedDiagnostic(
            code: .syntax, "expected \(what), found \(found(offset))", help: help, at: character(offset),
            related: opened(start))
    }

    func noValue(at offset: Int) -> UnplacedDiagnostic {
        var end = offset
        while view[end].isWordByte { end += 1 }
        guard end > offset else { return expected("a value", at: offset) }
        let word = view.text(offset..<end, limit: 40)
        let help =
            switch word {
            case "True", "TRUE", "False", "FALSE", "Null", "NULL": "JSON writes it in small letters"
            case "None", "nil", "undefined": "JSON writes null"
            case "NaN", "Infinity": "JSON has no such number"
            default: "texts need double quotes: \"\(word)\""
            }
        return UnplacedDiagnostic(
            code: .syntax, "expected a value, found `\(word)`", help: help, at: offset..<end)
    }

    private func comment(at offset: Int) -> UnplacedDiagnostic {
        UnplacedDiagnostic(
            code: .syntax, "JSON has no comments", help: "remove it, or keep the template as YAML",
            at: character(offset))
    }

    func trailingComma(_ comma: Int, closedAt bracket: Int) -> UnplacedDiagnostic {
        UnplacedDiagnostic(
            code: .syntax, "a ',' with nothing behind it", help: "remove the ','", at: comma..<comma + 1,
            related: [.init(message: "closed here", range: character(bracket))])
    }

    func leadingZero(_ digits: Range<Int>) -> UnplacedDiagnostic {
        UnplacedDiagnostic(
            code: .syntax, "a JSON number has no leading zeros",
            help: "remove the zeros, or quote it when it is an identifier", at: digits)
    }

    func controlCharacter(at offset: Int) -> UnplacedDiagnostic {
        let byte = view[offset]
        let escape =
            switch byte {
            case .lineFeed: "\\n"
            case .carriageReturn: "\\r"
            case .tab: "\\t"
            default: "\\u\(codePoint(byte))"
            }
        let name = byte.isLineBreak ? "a line break" : byte == .tab ? "a tab" : found(offset)
        return UnplacedDiagnostic(
            code: .syntax, "\(name) inside a text", help: "write \(escape), or close the text with '\"'",
            at: offset..<offset + 1)
    }

    func unclosedString(_ start: Int) -> UnplacedDiagnostic {
        UnplacedDiagnostic(
            code: .syntax, "the text ends inside a string", help: "close the string with '\"'",
            at: view.count..<view.count, related: opened(start))
    }

    func unknownEscape(_ escape: Int) -> UnplacedDiagnostic {
        let end = view.characterEnd(escape + 1)
        return UnplacedDiagnostic(
            code: .syntax, "JSON has no escape \(found(escape + 1)) behind '\\'",
            help: "for a backslash write \\\\", at: escape..<end)
    }

    func badUnicodeEscape(_ escape: Int) -> UnplacedDiagnostic {
        UnplacedDiagnostic(
            code: .syntax, "expected four hexadecimal digits after \\u", at: escape..<min(escape + 2, view.count))
    }

    func loneSurrogate(_ range: Range<Int>) -> UnplacedDiagnostic {
        UnplacedDiagnostic(
            .warning, code: .encoding, "half a surrogate pair is not a character and was read as U+FFFD",
            help: "write both halves, or the character itself", at: range)
    }
}
