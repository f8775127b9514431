/// What fits into the arena's numbers, whatever the bounds on a text.
struct ArenaCapacity: Sendable, Hashable {
    /// Nodes and tags of any text; beyond it, no more than one for each byte. YAML can pack three into two bytes
    /// (`{!,!,!`: a tag, a key, no value), which would take more than 12 times the text's memory.
    var words = 1 << 16
    /// Bytes of a text: places take 32 bits.
    var bytes = Int(UInt32.max)
    /// Bytes of all scalars whose text is not in the source as it is.
    var decodedBytes = Int(UInt32.max)
    /// Details of scalars, and of collections.
    var details = NodeWord.mostDetails
}
