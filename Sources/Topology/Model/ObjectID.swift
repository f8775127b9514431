/// Names one object of a model.
package struct ObjectID: Hashable, Sendable, Comparable {
    /// Its place in ``Model/objects``, from 0.
    package let index: Int

    /// Creates the id of a place; nothing says that an object is there.
    package init(index: Int) {
        self.index = index
    }

    /// Whether `left` stands earlier in the model.
    package static func < (left: ObjectID, right: ObjectID) -> Bool { left.index < right.index }
}
