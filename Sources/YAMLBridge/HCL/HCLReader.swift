/// Reads the skeleton of Terraform's language into the arena: blocks, labels and attributes with exact places.
///
/// A body is a mapping. A block is an entry whose key is its type; each label is one mapping of one entry more:
/// `resource "aws_sqs_queue" "q" {...}` is `{resource: {aws_sqs_queue: {q: {...}}}}`. Keys repeat where blocks do. An
/// attribute's value is a plain scalar that holds the expression as it is written; nothing in it is evaluated.
///
/// Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md, "Structural Elements" and "Template Expressions".
struct HCLReader: ~Copyable {
    let view: ByteView
    var arena: ArenaBuilder
    var offset = 0
    /// For each open block where it begins, and how many mappings it opened: one, and one for each label.
    private var open: [(start: Int, mappings: Int)] = []

    init(view: ByteView, limits: ParseLimits) {
        self.view = view
        arena = ArenaBuilder(view: view, limits: limits)
    }

    mutating func read() throws(UnplacedDiagnostic) {
        _ = try arena.open(.mapping, start: 0)
        while true {
            try skipBlanks()
            guard offset < view.count else { break }
            if view[offset] == UInt8(ascii: "}") {
                try closeBlock()
            } else {
                try readEntry()
            }
        }
        if let block = open.last {
            throw UnplacedDiagnostic(
                code: .syntax, "the text ends inside a block", help: "close the block with '}'",
                at: view.count..<view.count,
                related: [.init(message: "the block begins here", range: block.start..<view.lineEnd(block.start))])
        }
        try arena.close(end: view.count)
    }

    consuming func finish() -> TextReader.Reading {
        // Blocks of one type repeat: no warning about keys that do.
        TextReader.Reading(arena: arena.finish(isJSON: false), warnings: [])
    }

    // MARK: - Structure

    private mutating func readEntry() throws(UnplacedDiagnostic) {
        let start = offset
        guard isIdentifierStart(view[offset]) else { throw unexpected("the name of a block or an attribute", at: offset) }
        skipIdentifier()
        let name = start..<offset
        try arena.addScalar(.plain, span: name, text: name)
        skipSpaces()
        if view[offset] == UInt8(ascii: "="), view[offset + 1] != UInt8(ascii: "=") {
            offset += 1
            return try readExpression(name)
        }
        try readBlock(name)
    }

    /// Labels and the opening brace.
    private mutating func readBlock(_ name: Range<Int>) throws(UnplacedDiagnostic) {
        var mappings = 1
        while view[offset] != UInt8(ascii: "{") {
            let start = offset
            _ = try arena.open(.mapping, start: start)
            mappings += 1
            if view[offset] == .doubleQuote {
                offset += 1
                while offset < view.count, view[offset] != .doubleQuote, !view[offset].isLineBreak {
                    offset += view[offset] == .backslash ? 2 : 1
                }
                guard view[offset] == .doubleQuote else { throw unexpected("'\"' at the end of the label", at: offset) }
                offset += 1
                try arena.addScalar(.doubleQuoted, span: start..<offset, text: start + 1..<offset - 1)
            } else if isIdentifierStart(view[offset]) {
                skipIdentifier()
                try arena.addScalar(.plain, span: start..<offset, text: start..<offset)
            } else {
                throw unexpected("'=' or '{' behind `\(view.text(name, limit: 60))`", at: offset)
            }
            skipSpaces()
        }
        _ = try arena.open(.mapping, start: offset)
        offset += 1
        open.append((name.lowerBound, mappings))
    }

    private mutating func closeBlock() throws(UnplacedDiagnostic) {
        guard let block = open.popLast() else { throw unexpected("a block or an attribute", at: offset) }
        offset += 1
        for _ in 0..<block.mappings { try arena.close(end: offset) }
    }

    private mutating func readExpression(_ name: Range<Int>) throws(UnplacedDiagnostic) {
        skipSpaces()
        let start = offset
        var walk = HCLExpressionWalk(view: view, offset: offset, depth: arena.limits.depth)
        try walk.run()
        offset = walk.offset
        var end = offset
        while end > start, view[end - 1].isWhitespace { end -= 1 }
        guard end > start else { throw unexpected("a value for `\(view.text(name, limit: 60))`", at: start) }
        try arena.addScalar(.plain, span: start..<end, text: start..<end)
    }

    // MARK: - Characters

    /// Passes white space, line breaks and comments.
    private mutating func skipBlanks() throws(UnplacedDiagnostic) {
        while offset < view.count {
            if view[offset].isWhitespace {
                offset += 1
            } else if let end = try HCLExpressionWalk.commentEnd(view, at: offset) {
                offset = end
            } else {
                return
            }
        }
    }

    private mutating func skipSpaces() {
        while view[offset].isBlank { offset += 1 }
    }

    private mutating func skipIdentifier() {
        while isIdentifierStart(view[offset]) || view[offset].isDigit || view[offset] == UInt8(ascii: "-") { offset += 1 }
    }

    /// Letters beyond ASCII are taken as they come.
    private func isIdentifierStart(_ byte: UInt8) -> Bool {
        byte.isWordByte && !byte.isDigit || byte >= 0x80
    }

    private func unexpected(_ wanted: String, at place: Int) -> UnplacedDiagnostic {
        let end = min(view.characterEnd(place), view.count)
        let found =
            place >= view.count
            ? "the end of the text" : view[place].isLineBreak ? "the end of the line" : "`\(view.text(place..<end))`"
        return UnplacedDiagnostic(
            code: .syntax, "expected \(wanted), found \(found)", at: min(place, view.count)..<max(place, end))
    }
}
