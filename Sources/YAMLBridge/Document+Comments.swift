extension Document {
    /// The comments that begin with `mark`, in the order of the text; JSON has none.
    ///
    /// libyaml drops comments, so they are looked for in the text: a `#` at the start of a line or behind a blank, outside of
    /// every scalar's content. The first line of a block scalar, `key: | # so`, is no content. In Terraform's language `//`
    /// opens a comment as `#` does.
    package func comments(beginningWith mark: String) -> [Comment] {
        guard !arena.isJSON, !mark.isEmpty else { return [] }
        let search = (mark: Array(mark.utf8), takesSlashes: isTerraformLanguage)
        let places = source.withView { view in
            CommentSearch(view: view, mark: search.mark, takesSlashes: search.takesSlashes).places
        }
        guard !places.isEmpty else { return [] }
        let contents = scalarContents
        return places.filter { !Self.isInside($0.start, contents) }.map(comment)
    }

    /// By the file's name, as `TextReader` chooses.
    package var isTerraformLanguage: Bool { [".tf", ".tofu", ".tfvars"].contains { path.lowercased().hasSuffix($0) } }

    private func comment(_ place: CommentSearch.Place) -> Comment {
        let text = bytes[place.text].reversed().drop { $0.isBlank }.reversed().drop { $0.isBlank }
        return Comment(
            text: String(decoding: text, as: UTF8.self), span: span(ofBytes: place.start..<place.text.upperBound),
            isAlone: place.isAlone)
    }

    /// Where the contents of scalars stand, sorted; nodes do not overlap.
    private var scalarContents: [Range<Int>] {
        var contents: [Range<Int>] = []
        var waiting = roots
        source.withView { view in
            while let node = waiting.popLast() {
                switch node.kind {
                case .scalar:
                    let range = Node.contentRange(node.record, view)
                    if !range.isEmpty { contents.append(range) }
                case .sequence: waiting += node.elements
                case .mapping: for entry in node.entries { waiting += [entry.key, entry.value] }
                }
            }
        }
        return contents.sorted { $0.lowerBound < $1.lowerBound }
    }

    private static func isInside(_ offset: Int, _ ranges: [Range<Int>]) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 && ranges[low - 1].contains(offset)
    }
}
