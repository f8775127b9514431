/// A YAML or JSON text as an arena of nodes with exact spans.
///
/// Immutable once read, so it may be shared between threads.
public final class Document: Sendable {
    /// The path as it was given to `parse`.
    public let path: String
    /// The text in UTF-8, without a byte order mark.
    public let bytes: [UInt8]
    /// What was odd but did not stop the reading: duplicate keys, replaced bytes.
    public let warnings: [ParseDiagnostic]

    init(path: String, bytes: [UInt8], warnings: [ParseDiagnostic]) {
        self.path = path
        self.bytes = bytes
        self.warnings = warnings
    }

    /// The first document's root; `nil` for an empty text.
    public var root: Node? { roots.first }

    /// The roots of all documents in the stream.
    public var roots: [Node] { [] }

    /// The text of a line without its end, for source frames; empty for a line that is not there.
    public func lineText(_ number: Int) -> String { "" }

    /// Where a byte of `bytes` stands.
    public func position(ofByte offset: Int) -> SourcePosition { SourcePosition(line: 1, column: 1) }

    /// Reads a text.
    ///
    /// JSON goes through its own scanner, YAML through libyaml: a path that ends in `.json` is JSON,
    /// any other text is tried as JSON when it starts with `{` or `[` and is YAML else.
    public static func parse(
        _ bytes: [UInt8], path: String, limits: ParseLimits = .default
    ) throws(ParseError) -> Document {
        Document(path: path, bytes: bytes, warnings: [])
    }
}
