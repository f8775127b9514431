/// Walks a scalar's source and says which bytes of its decoded text each stretch gives.
struct TextMap {
    /// A stretch of the source that gives a stretch of the text.
    struct Piece {
        let source: Range<Int>
        /// Bytes of text that it gives.
        let length: Int
        /// The text is the source, byte for byte.
        let isVerbatim: Bool
    }

    let view: ByteView
    /// The scalar's content in the source: without quotes, from behind a block scalar's header line.
    let content: Range<Int>
    let shape: NodeRecord.Shape
    let isJSON: Bool

    /// Where the byte of the text stands in the source.
    func source(ofText offset: Int, text: UnsafeBufferPointer<UInt8>) -> Int {
        guard offset < text.count else { return content.upperBound }
        var passed = 0
        var result = content.lowerBound
        walk(text) { piece in
            guard offset >= passed + piece.length else {
                result = piece.source.lowerBound + (piece.isVerbatim ? max(0, offset - passed) : 0)
                return false
            }
            passed += piece.length
            result = piece.source.upperBound
            return true
        }
        return min(result, content.upperBound)
    }

    /// Gives the pieces in order until `body` returns false.
    func walk(_ text: UnsafeBufferPointer<UInt8>, _ body: (Piece) -> Bool) {
        switch shape {
        case .literal, .folded: BlockScalarWalk(map: self, text: text).run(body)
        default: FlowScalarWalk(map: self).run(body)
        }
    }
}
