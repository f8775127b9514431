import YAMLBridge

/// The texts of a run's files, for the frames of a report.
package struct SourceLines: Sendable {
    private enum Text: Sendable {
        case document(Document)
        /// A file that could not be parsed.
        case unread(Document)
        /// A file that holds secrets: its lines are not shown.
        case withheld
    }

    private var texts: [String: Text] = [:]

    /// Creates a store without texts.
    package init() {}

    /// Keeps a file that was parsed, under its path.
    package mutating func add(_ document: Document) { texts[document.path] = .document(document) }

    /// Keeps a file that is no document, or not yet one; its text is decoded as far as it can be.
    package mutating func add(_ bytes: [UInt8], path: String) { texts[path] = .unread(.unread(bytes, path: path)) }

    mutating func add(_ other: SourceLines) { texts.merge(other.texts) { own, _ in own } }

    /// The same texts under other names.
    func renamed(_ name: (String) -> String) -> SourceLines {
        var copy = SourceLines()
        copy.texts = Dictionary(texts.map { (name($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
        return copy
    }

    /// Keeps a file's lines from being shown.
    package mutating func withhold(_ path: String) { texts[path] = .withheld }

    /// Reads the files that diagnostics point into; one that cannot be read has no lines to show.
    package mutating func add(linesOf diagnostics: [Diagnostic], reader: FileReader = FileReader()) {
        for diagnostic in diagnostics {
            guard let file = diagnostic.file, diagnostic.span != nil, !holds(file) else { continue }
            if let bytes = try? reader.contents(of: file) { add(bytes, path: file) }
        }
    }

    /// The files that were parsed, by their paths.
    var documents: [Document] {
        texts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.compactMap { entry in
            guard case .document(let document) = entry.value else { return nil }
            return document
        }
    }

    /// Whether the file is known, its lines withheld or not.
    package func holds(_ file: String) -> Bool { texts[file] != nil }

    /// A line of a file, from 1; `nil` when the file or the line is not there.
    package func line(_ number: Int, of file: String) -> SourceLine? {
        switch texts[file] {
        case nil, .withheld: return nil
        case .document(let document):
            let line = SourceLine(document: document, number: number)
            return line.columnCount == 0 ? nil : line
        case .unread(let document):
            guard number >= 1, number <= document.lineCount else { return nil }
            return SourceLine(document: document, number: number)
        }
    }
}
