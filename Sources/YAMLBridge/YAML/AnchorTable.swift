/// The anchors of a document, the last of each name.
struct AnchorTable: ~Copyable {
    enum State: BitwiseCopyable, Sendable {
        /// The node is not complete yet; where it begins.
        case open(at: UInt32)
        case closed(ArenaBuilder.Anchor)
    }

    /// How many different anchors there may be.
    static let most = Int(UInt16.max)

    private var names = NameTable()
    private var states = GrowingBuffer<State>()

    init() {}

    mutating func removeAll() {
        names.removeAll()
        states.removeAll()
    }

    /// What the name stands for so far.
    subscript(name: UnsafeBufferPointer<UInt8>) -> State? {
        names.number(of: name).map { states[$0 - 1] }
    }

    /// Gives the name a meaning, and says which number it has for `update`; `nil` when there are too many.
    mutating func set(_ name: UnsafeBufferPointer<UInt8>, _ state: State) -> Int? {
        if let number = names.number(of: name) {
            states[number - 1] = state
            return number
        }
        guard names.count < Self.most else { return nil }
        states.append(state)
        return names.add(name)
    }

    mutating func update(_ number: Int, _ state: State) { states[number - 1] = state }
}
