/// What does not fit into a scalar's word: of texts that differ from the source, and of very long ones.
struct ScalarDetails: BitwiseCopyable, Sendable {
    /// The end of the node in the source.
    let end: UInt32
    /// Where the text starts, in the source or among the decoded bytes.
    let textStart: UInt32
    let textCount: UInt32
}
