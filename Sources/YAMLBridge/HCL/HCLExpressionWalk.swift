/// Finds the end of an expression of Terraform's language: the end of its line, outside of brackets, texts and heredocs.
struct HCLExpressionWalk {
    private enum Level {
        /// Inside brackets; the byte that closes them. An interpolation is one of `}`.
        case bracket(UInt8)
        case text
    }

    private let view: ByteView
    private(set) var offset: Int
    private let start: Int
    private let depth: Int
    private var levels: [Level] = []

    init(view: ByteView, offset: Int, depth: Int) {
        self.view = view
        self.offset = offset
        self.depth = depth
        start = offset
    }

    mutating func run() throws(UnplacedDiagnostic) {
        while offset < view.count {
            guard levels.count <= depth else {
                throw UnplacedDiagnostic(
                    code: .limit, "brackets and texts are nested deeper than \(depth) levels here", at: offset..<offset)
            }
            if case .text? = levels.last {
                try stepInText()
            } else if try !step() {
                return
            }
        }
        guard levels.isEmpty else {
            throw UnplacedDiagnostic(
                code: .syntax, "the text ends inside an expression", help: "close what is still open",
                at: view.count..<view.count,
                related: [.init(message: "the expression begins here", range: start..<view.lineEnd(start))])
        }
    }

    /// One step outside of texts; false at the end of the expression.
    private mutating func step() throws(UnplacedDiagnostic) -> Bool {
        let byte = view[offset]
        if levels.isEmpty, byte.isLineBreak || byte == UInt8(ascii: "}") { return false }
        if let end = try Self.commentEnd(view, at: offset) {
            // A comment of one line ends the expression, one of several is a blank.
            if levels.isEmpty, view[offset + 1] != UInt8(ascii: "*") { return false }
            offset = end
            return true
        }
        switch byte {
        case .doubleQuote: levels.append(.text)
        case UInt8(ascii: "("): levels.append(.bracket(UInt8(ascii: ")")))
        case UInt8(ascii: "["): levels.append(.bracket(UInt8(ascii: "]")))
        case UInt8(ascii: "{"): levels.append(.bracket(UInt8(ascii: "}")))
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            guard case .bracket(byte)? = levels.last else {
                throw UnplacedDiagnostic(
                    code: .syntax, "`\(view.text(offset..<offset + 1))` closes nothing here", at: offset..<offset + 1)
            }
            levels.removeLast()
        case UInt8(ascii: "<") where view[offset + 1] == byte:
            if let end = try heredocEnd() {
                offset = end
                return true
            }
        default: break
        }
        offset += 1
        return true
    }

    private mutating func stepInText() throws(UnplacedDiagnostic) {
        let byte = view[offset]
        switch byte {
        case .backslash: offset += 2
        case .doubleQuote:
            levels.removeLast()
            offset += 1
        case UInt8(ascii: "$"), UInt8(ascii: "%"):
            if view[offset + 1] == byte, view[offset + 2] == UInt8(ascii: "{") {
                offset += 3
            } else if view[offset + 1] == UInt8(ascii: "{") {
                levels.append(.bracket(UInt8(ascii: "}")))
                offset += 2
            } else {
                offset += 1
            }
        case _ where byte.isLineBreak:
            throw UnplacedDiagnostic(
                code: .syntax, "the line ends inside a text", help: "close the text with '\"', or write \\n",
                at: offset..<offset)
        default: offset += 1
        }
    }

    /// Behind the line that ends the heredoc at `offset`, in front of its line break; `nil` when none begins there.
    private func heredocEnd() throws(UnplacedDiagnostic) -> Int? {
        var name = offset + 2
        if view[name] == UInt8(ascii: "-") { name += 1 }
        var nameEnd = name
        while view[nameEnd].isWordByte || view[nameEnd] == UInt8(ascii: "-") || view[nameEnd] >= 0x80 { nameEnd += 1 }
        guard nameEnd > name else { return nil }
        let marker = view.slice(name..<nameEnd)
        var line = nextLine(nameEnd)
        while line < view.count {
            var first = line
            while view[first].isBlank { first += 1 }
            let end = first + marker.count
            if view.equals(marker, at: first), view.slice(end..<view.lineEnd(end)).allSatisfy({ $0.isBlank }) {
                return end
            }
            line = nextLine(line)
        }
        throw UnplacedDiagnostic(
            code: .syntax, "the text ends inside a heredoc",
            help: "end it with a line that holds `\(view.text(name..<nameEnd, limit: 60))` alone",
            at: view.count..<view.count,
            related: [.init(message: "the heredoc begins here", range: offset..<nameEnd)])
    }

    private func nextLine(_ offset: Int) -> Int {
        var next = view.lineEnd(offset)
        if view[next] == .carriageReturn, view[next + 1] == .lineFeed { next += 1 }
        return next + 1
    }

    /// Behind the comment at `offset`, in front of the line break of one that ends with its line; `nil` for no comment.
    static func commentEnd(_ view: ByteView, at offset: Int) throws(UnplacedDiagnostic) -> Int? {
        switch view[offset] {
        case UInt8(ascii: "#"): return view.lineEnd(offset)
        case UInt8(ascii: "/") where view[offset + 1] == UInt8(ascii: "/"): return view.lineEnd(offset)
        case UInt8(ascii: "/") where view[offset + 1] == UInt8(ascii: "*"):
            var end = offset + 2
            while end < view.count {
                if view[end] == UInt8(ascii: "*"), view[end + 1] == UInt8(ascii: "/") { return end + 2 }
                end += 1
            }
            throw UnplacedDiagnostic(
                code: .syntax, "the text ends inside a comment", help: "close it with */", at: view.count..<view.count,
                related: [.init(message: "the comment begins here", range: offset..<offset + 2)])
        default: return nil
        }
    }
}
