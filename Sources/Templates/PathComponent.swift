/// One step of a property's path in the template's own spelling.
public enum PathComponent: Hashable, Sendable {
    case key(String)
    case index(Int)
}
