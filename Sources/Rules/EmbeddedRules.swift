import EmbeddedFiles
import YAMLBridge

/// The rule files inside the binary.
struct EmbeddedRules {
    private struct File {
        let path: String
        let bytes: UnsafeRawBufferPointer
    }

    private let files: [File]

    init() {
        files = (0..<embeddedFileCount()).compactMap { index in
            let file = embeddedFile(index)
            let path = String(cString: file.path)
            guard path.hasPrefix("rules.d/") else { return nil }
            return File(path: path, bytes: UnsafeRawBufferPointer(start: file.bytes, count: file.count))
        }
    }

    /// The headers of all rules, and the files of those that are needed.
    ///
    /// - Throws: `ParseError` when a file is no YAML, which a test keeps from happening.
    func headers(
        needing isNeeded: (RuleHeader) -> Bool
    ) throws(ParseError) -> (passedOver: [RuleHeader], documents: [Document]) {
        var passedOver: [RuleHeader] = []
        var documents: [Document] = []
        for file in files where !RuleFileParser.isTestFile(file.path) {
            if let header = RuleHeader(file: file.path, bytes: file.bytes), !isNeeded(header) {
                passedOver.append(header)
            } else {
                documents.append(try Document.parse(RuleSections.evaluation.keeping(file.bytes), path: file.path))
            }
        }
        return (passedOver, documents)
    }

    /// Every file whole, those of tests included.
    ///
    /// - Throws: `ParseError` when a file is no YAML.
    func documents() throws(ParseError) -> [Document] {
        var documents: [Document] = []
        for file in files { documents.append(try Document.parse(Array(file.bytes), path: file.path)) }
        return documents
    }
}
