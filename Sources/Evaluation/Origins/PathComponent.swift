/// One step of a property's path in the template's own spelling.
package enum PathComponent: Hashable, Sendable {
    /// A member of a mapping, by its name.
    case key(String)
    /// An element of a sequence, from 0.
    case index(Int)
}
