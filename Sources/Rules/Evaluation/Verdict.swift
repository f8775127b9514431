/// What a check says in one world.
enum Verdict {
    case good
    /// The fields that were read on the way.
    case bad(touched: [FieldPlace])
    /// Undecided for reasons that no condition would settle.
    case open(Set<String>)
}
