import Topology

/// One field of one object.
struct FieldPlace: Hashable, Sendable {
    let object: ObjectID
    let slot: Int
}
