/// All nodes of a text, immutable.
struct Arena: Sendable {
    let words: FrozenBuffer<NodeWord>
    let scalars: FrozenBuffer<ScalarDetails>
    let collections: FrozenBuffer<CollectionDetails>
    let keySlots: FrozenBuffer<UInt32>
    /// Texts of scalars that are not in the source as they are.
    let decoded: FrozenBuffer<UInt8>
    let tags: [String]
    let roots: FrozenBuffer<UInt32>
    /// In JSON nothing is folded.
    let isJSON: Bool

    /// - Parameter source: the text that the nodes were read from.
    @inline(__always)
    func withTape<Result>(_ source: [UInt8], _ body: (NodeTape) -> Result) -> Result {
        withExtendedLifetime(self) {
            source.withUnsafeBufferPointer { source in
                body(
                    NodeTape(
                        words: words.elements, scalars: scalars.elements, collections: collections.elements,
                        keySlots: keySlots.elements, decoded: decoded.elements, source: source))
            }
        }
    }
}
