import YAMLBridge

/// What holds for every text, whatever a stranger puts into it; a broken promise traps, which the fuzzer reports.
public enum DocumentChecks {
    /// Reads a text and looks at every place of what came out.
    public static func read(_ bytes: UnsafeBufferPointer<UInt8>, path: String) {
        do {
            let document = try Document.parse(Array(bytes), path: path)
            checkNodes(of: document)
            document.warnings.forEach(check)
        } catch {
            check(error.diagnostic)
        }
    }

    private static func checkNodes(of document: Document) {
        var visited = 0
        var open = document.roots
        while let node = open.popLast(), visited < 2_000 {
            visited += 1
            let range = node.byteRange
            precondition(range.upperBound <= document.bytes.count, "a span ends outside the text")
            precondition(node.span.start <= node.span.end, "a span ends before it starts")
            switch node.kind {
            case .scalar: checkTextPlaces(of: node)
            case .sequence:
                precondition(node.count == node.elements.count, "a list's count is not that of its elements")
                open += node.elements
            case .mapping: checkEntries(of: node, &open)
            }
        }
    }

    private static func checkEntries(of mapping: Node, _ open: inout [Node]) {
        precondition(mapping.count == mapping.entries.count, "a map's count is not that of its entries")
        for entry in mapping.entries {
            open += [entry.key, entry.value]
            guard entry.key.kind == .scalar else { continue }
            precondition(mapping[entry.key.text] != nil, "a key that is there is not found")
        }
    }

    /// Later bytes of a text stand later in the source, and never outside the text.
    private static func checkTextPlaces(of scalar: Node) {
        let count = scalar.text.utf8.count
        var last = 0
        for offset in stride(from: 0, through: count, by: max(1, count / 16)) {
            let place = scalar.sourceOffset(ofTextOffset: offset)
            precondition(place >= last && place <= scalar.document.bytes.count, "a text's place is outside the text")
            last = place
        }
        let span = scalar.span(ofText: count / 3..<count)
        precondition(span.start <= span.end, "a part's span ends before it starts")
    }

    private static func check(_ diagnostic: ParseDiagnostic) {
        precondition(!diagnostic.message.isEmpty, "a diagnostic without a message")
        for span in [diagnostic.span] + diagnostic.related.map(\.span) {
            precondition(span.start <= span.end, "a diagnostic's span ends before it starts")
        }
    }
}
