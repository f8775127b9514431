/// Names one object of a model.
public struct ObjectID: Hashable, Sendable, Comparable {
    public let index: Int

    public init(index: Int) {
        self.index = index
    }

    public static func < (left: ObjectID, right: ObjectID) -> Bool { left.index < right.index }
}
