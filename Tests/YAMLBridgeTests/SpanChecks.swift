import Testing
import YAMLBridge

/// Every node's span is inside the text and around its children, and every place of a text is in the source.
func checkSpans(of document: Document, _ location: SourceLocation = #_sourceLocation) {
    var visited = 0
    var open = document.roots
    while let node = open.popLast(), visited < 20_000 {
        visited += 1
        let range = node.byteRange
        #expect(range.lowerBound >= 0 && range.upperBound <= document.bytes.count, sourceLocation: location)
        #expect(node.span.start <= node.span.end, sourceLocation: location)
        if node.kind == .scalar { checkTextPlaces(of: node, location) }
        open.append(contentsOf: node.elements)
        for entry in node.entries { open += [entry.key, entry.value] }
    }
}

/// Letters of a text stand in the source at the place that is given for them, in order; long texts are sampled.
private func checkTextPlaces(of node: Node, _ location: SourceLocation) {
    let text = Array(node.text.utf8)
    let bytes = node.document.bytes
    var last = 0
    for offset in stride(from: 0, through: text.count, by: max(1, text.count / 40)) {
        let place = node.sourceOffset(ofTextOffset: offset)
        guard place >= last, place <= bytes.count else {
            Issue.record("text offset \(offset) is at byte \(place) of \(node.document.path)", sourceLocation: location)
            return
        }
        last = place
        guard offset < text.count, isLetter(text[offset]) else { continue }
        guard place < bytes.count, bytes[place] == text[offset] || bytes[place] == UInt8(ascii: "\\") else {
            Issue.record("text offset \(offset) of \(node.text) in \(node.document.path)", sourceLocation: location)
            return
        }
    }
}

private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
}
