/// What does not fit into a collection's word: of long ones, and of mappings that have a table of their keys.
struct CollectionDetails: BitwiseCopyable, Sendable {
    /// The end of the node in the source.
    let end: UInt32
    /// Index of the word behind the last child.
    let wordsEnd: UInt32
    /// A sequence's elements, a mapping's entries.
    let count: UInt32
    /// Where the table of keys starts among all slots.
    let table: UInt32
    /// How many slots the table has, a power of two; 0 without a table.
    let slots: UInt32
}
