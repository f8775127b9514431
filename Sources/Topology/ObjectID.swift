/// Names one object of a model.
public struct ObjectID: Hashable, Sendable, Comparable {
    /// Its place in ``Model/objects``, from 0.
    public let index: Int

    /// Creates the id of a place; nothing says that an object is there.
    public init(index: Int) {
        self.index = index
    }

    /// Whether `left` stands earlier in the model.
    public static func < (left: ObjectID, right: ObjectID) -> Bool { left.index < right.index }
}
