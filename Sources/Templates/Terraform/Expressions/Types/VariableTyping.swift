/// What the declaration of a variable makes of a list or map that it is given.
enum VariableTyping {
    /// The value keeps the type that it is written with: a tuple or an object.
    case untyped
    /// It becomes a list, a set or a map.
    case collection
}
