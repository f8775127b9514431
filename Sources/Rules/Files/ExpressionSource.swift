import YAMLBridge

/// The text of an expression with the place in the file that it was read from.
struct ExpressionSource: Sendable {
    /// The expression as it is compiled.
    let text: String
    /// The scalar that holds the expression.
    let node: Node
    /// Where the expression starts in the scalar's decoded text, in UTF-8 bytes.
    let offset: Int

    init(text: String, node: Node, offset: Int = 0) {
        self.text = text
        self.node = node
        self.offset = offset
    }

    /// The place in the file of a range of UTF-8 offsets in `text`.
    func span(of range: Range<Int>) -> SourceSpan {
        let length = text.utf8.count
        let lower = min(max(range.lowerBound, 0), length)
        let upper = min(max(range.upperBound, lower), length)
        return SourceSpan(
            start: node.position(ofTextOffset: offset + lower), end: node.position(ofTextOffset: offset + upper))
    }
}
