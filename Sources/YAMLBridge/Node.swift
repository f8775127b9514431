/// One node of a document: a view of two words, cheap to copy.
package struct Node: Sendable {
    /// What a node is; an alias is what it stands for.
    package enum Kind: Sendable, Hashable { case scalar, sequence, mapping }

    /// How a scalar was written. JSON strings are `doubleQuoted`; JSON numbers, `true`, `false` and `null` are `plain`.
    package enum Style: Sendable, Hashable { case plain, singleQuoted, doubleQuoted, literal, folded }

    /// A key and its value.
    package struct Entry: Sendable {
        /// Nearly always a scalar; YAML lets a collection be a key as well.
        package let key: Node
        /// An empty scalar where the text has a key alone.
        package let value: Node
    }

    /// The document that the node is of; it stays in memory as long as one of its nodes.
    package let document: Document
    /// Of the node's first word among the arena's.
    let index: UInt32

    var record: NodeRecord { withTape { $0.record(of: Int(index)) } }

    @inline(__always)
    func withTape<Result>(_ body: (NodeTape) -> Result) -> Result {
        document.arena.withTape(document.source.bytes, body)
    }

    /// Whether it holds text, elements or entries.
    package var kind: Kind {
        switch shape {
        case .sequence: .sequence
        case .mapping: .mapping
        case .plain, .singleQuoted, .doubleQuoted, .literal, .folded: .scalar
        }
    }

    private var shape: NodeRecord.Shape {
        withTape { $0[$0.body(of: Int(index))].shape }
    }

    /// The tag as written (`!Sub`, `!Ref`, `tag:yaml.org,2002:str` for `!!str`); `nil` when there is none.
    package var tag: String? {
        let word = withTape { $0[Int(index)] }
        return word.isTag ? document.arena.tags[word.payload - 1] : nil
    }

    /// From the tag or the first character to behind the last, without trailing blank lines.
    package var span: SourceSpan { document.span(ofBytes: byteRange) }

    /// The bytes of `span` in `document.bytes`.
    package var byteRange: Range<Int> { record.span }
}

// MARK: Scalars

extension Node {
    /// A scalar's text, decoded; empty for a collection.
    package var text: String {
        withTape { tape in tape.text(of: Int(index)).map { String(decoding: $0, as: UTF8.self) } ?? "" }
    }

    /// The spelling of a scalar; `plain` for a collection.
    package var style: Style {
        switch shape {
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
    package var isNull: Bool {
        let mayBeNull = withTape { tape in
            guard tape[tape.body(of: Int(index))].shape == .plain, let text = tape.text(of: Int(index)) else { return false }
            return Self.isNull(text)
        }
        guard mayBeNull else { return false }
        return !withTape({ $0[Int(index)].isTag }) || (tag != "tag:yaml.org,2002:str" && tag != "!")
    }
}

extension Node {
    /// Whether it is a scalar of a text, without making a `String` of it.
    package func hasText(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { wanted in
            withTape { tape in tape.text(of: Int(index)).map { KeyTable.areEqual($0, wanted) } ?? false }
        }
    }

    /// Nothing, `~` or `null` in one of its three spellings.
    private static func isNull(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch text.count {
        case 0: return true
        case 1: return text[0] == UInt8(ascii: "~")
        case 4: return text.elementsEqual("null".utf8) || text.elementsEqual("Null".utf8) || text.elementsEqual("NULL".utf8)
        default: return false
        }
    }
}

// MARK: Collections

extension Node {
    /// A sequence's elements; empty for anything else.
    package var elements: [Node] {
        guard shape == .sequence else { return [] }
        return withTape { tape in
            let children = tape.children(of: Int(index))
            var elements: [Node] = []
            elements.reserveCapacity(tape.childCount(of: Int(index)))
            var child = children.lowerBound
            while child < children.upperBound {
                elements.append(node(child, tape))
                child = tape.next(after: child)
            }
            return elements
        }
    }

    /// A mapping's entries in the order of the text, duplicates included; empty for anything else.
    package var entries: [Entry] {
        guard shape == .mapping else { return [] }
        return withTape { tape in
            let children = tape.children(of: Int(index))
            var entries: [Entry] = []
            entries.reserveCapacity(tape.childCount(of: Int(index)) / 2)
            var key = children.lowerBound
            while key < children.upperBound {
                let value = tape.next(after: key)
                entries.append(Entry(key: node(key, tape), value: node(value, tape)))
                key = tape.next(after: value)
            }
            return entries
        }
    }

    /// How many elements or entries there are.
    package var count: Int {
        switch shape {
        case .sequence: withTape { $0.childCount(of: Int(index)) }
        case .mapping: withTape { $0.childCount(of: Int(index)) } / 2
        case .plain, .singleQuoted, .doubleQuoted, .literal, .folded: 0
        }
    }

    /// The value of a mapping's key; of duplicates the last one.
    package subscript(key: String) -> Node? { entry(key)?.value }

    /// The entry of a mapping's key; of duplicates the last one.
    package func entry(_ key: String) -> Entry? {
        guard shape == .mapping else { return nil }
        var key = key
        return key.withUTF8 { wanted in
            withTape { tape in
                tape.key(wanted, of: Int(index)).map { found in
                    Entry(key: node(found, tape), value: node(tape.next(after: found), tape))
                }
            }
        }
    }

    @inline(__always)
    private func node(_ index: Int, _ tape: NodeTape) -> Node {
        Node(document: document, index: UInt32(truncatingIfNeeded: tape.resolved(index)))
    }
}
