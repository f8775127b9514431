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

    var record: NodeRecord { document.arena.records[Int(index)] }

    public var kind: Kind {
        switch record.shape {
        case .sequence: .sequence
        case .mapping: .mapping
        case .plain, .singleQuoted, .doubleQuoted, .literal, .folded: .scalar
        }
    }

    /// The tag as written (`!Sub`, `!Ref`, `tag:yaml.org,2002:str` for `!!str`); `nil` when there is none.
    public var tag: String? {
        let number = record.tag
        return number == 0 ? nil : document.arena.tags[Int(number) - 1]
    }

    /// From the tag or the first character to behind the last, without trailing blank lines.
    public var span: SourceSpan { document.span(ofBytes: byteRange) }

    /// The bytes of `span` in `document.bytes`.
    public var byteRange: Range<Int> {
        let record = record
        return Int(record.start)..<Int(record.end)
    }
}

// MARK: Scalars

extension Node {
    /// A scalar's text, decoded; empty for a collection.
    public var text: String {
        let record = record
        guard record.isScalar else { return "" }
        return document.arena.withText(of: record, in: document.bytes) { String(decoding: $0, as: UTF8.self) }
    }

    public var style: Style {
        switch record.shape {
        case .plain, .sequence, .mapping: .plain
        case .singleQuoted: .singleQuoted
        case .doubleQuoted: .doubleQuoted
        case .literal: .literal
        case .folded: .folded
        }
    }

    /// True for a plain scalar that is empty, `~` or `null` in any of YAML's spellings, or JSON's `null`.
    ///
    /// The tags `!!str` and `!` make it a text; other tags do not matter here.
    public var isNull: Bool {
        let record = record
        guard record.shape == .plain, record.contentCount <= 4 else { return false }
        guard ["", "~", "null", "Null", "NULL"].contains(text) else { return false }
        return record.tag == 0 || (tag != "tag:yaml.org,2002:str" && tag != "!")
    }
}

// MARK: Collections

extension Node {
    /// A sequence's elements; empty for anything else.
    public var elements: [Node] {
        let record = record
        guard record.shape == .sequence else { return [] }
        let first = Int(record.contentStart)
        return document.arena.links[first..<first + Int(record.contentCount)].map { Node(document: document, index: $0) }
    }

    /// A mapping's entries in the order of the text, duplicates included; empty for anything else.
    public var entries: [Entry] {
        let record = record
        guard record.shape == .mapping else { return [] }
        return (0..<Int(record.contentCount)).map { entry(number: $0, of: record) }
    }

    /// How many elements or entries there are.
    public var count: Int {
        let record = record
        return record.isScalar ? 0 : Int(record.contentCount)
    }

    /// The value of a mapping's key; of duplicates the last one.
    public subscript(key: String) -> Node? { entry(key)?.value }

    /// The entry of a mapping's key; of duplicates the last one.
    public func entry(_ key: String) -> Entry? {
        let record = record
        guard record.shape == .mapping else { return nil }
        return document.arena.entry(key, of: record, in: document.bytes).map { entry(number: $0, of: record) }
    }

    private func entry(number: Int, of mapping: NodeRecord) -> Entry {
        let link = Int(mapping.contentStart) + 2 * number
        return Entry(
            key: Node(document: document, index: document.arena.links[link]),
            value: Node(document: document, index: document.arena.links[link + 1]))
    }
}
