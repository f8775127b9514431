import EmbeddedFiles
import YAMLBridge

/// The rule files inside the binary.
enum EmbeddedRules {
    /// - Throws: `ParseError` when a file is no YAML, which a test keeps from happening.
    static func documents(_ sections: RuleSections) throws(ParseError) -> [Document] {
        var documents: [Document] = []
        for index in 0..<embeddedFileCount() {
            let file = embeddedFile(index)
            let path = String(cString: file.path)
            guard path.hasPrefix("rules.d/") else { continue }
            if sections == .evaluation, RuleFileParser.isTestFile(path) { continue }
            let bytes = sections.keeping(UnsafeRawBufferPointer(start: file.bytes, count: file.count))
            documents.append(try Document.parse(bytes, path: path))
        }
        return documents
    }
}
