/// One node of a document: a view of two words, cheap to copy.
public struct Node: Sendable {
    public enum Kind: Sendable, Hashable { case scalar, sequence, mapping }

    /// How a scalar was written. JSON strings are `doubleQuoted`; JSON numbers, `true`, `false` and `null` are `plain`.
    public enum Style: Sendable, Hashable { case plain, singleQuoted, doubleQuoted, literal, folded }

    /// A key and its value.
    public struct Entry: Sendable {
        public let key: Node
        public let value: Node
    }

    public let document: Document
    let index: Int32

    public var kind: Kind { .scalar }
    /// The tag as written (`!Sub`, `!Ref`, `tag:yaml.org,2002:str` for `!!str`); `nil` when there is none.
    public var tag: String? { nil }
    /// From the tag or the first character to behind the last, without trailing blank lines.
    public var span: SourceSpan { SourceSpan(start: .init(line: 1, column: 1), end: .init(line: 1, column: 1)) }
    /// The bytes of `span` in `document.bytes`.
    public var byteRange: Range<Int> { 0..<0 }

    /// A scalar's text, decoded; empty for a collection.
    public var text: String { "" }
    public var style: Style { .plain }
    /// True for a plain scalar that is empty, `~` or `null` in any of YAML's spellings, or JSON's `null`.
    public var isNull: Bool { false }

    /// A sequence's elements; empty for anything else.
    public var elements: [Node] { [] }
    /// A mapping's entries in the order of the text, duplicates included; empty for anything else.
    public var entries: [Entry] { [] }
    /// How many elements or entries there are.
    public var count: Int { 0 }

    /// The value of a mapping's key; of duplicates the last one.
    public subscript(key: String) -> Node? { entry(key)?.value }

    /// The entry of a mapping's key; of duplicates the last one.
    public func entry(_ key: String) -> Entry? { nil }

    /// Where in the source a byte of the decoded `text` (UTF-8 offset) stands, exact inside quoted and block scalars.
    public func position(ofTextOffset offset: Int) -> SourcePosition { span.start }
}
