/// What a check says in one world.
enum Verdict {
    /// The check does not concern the subject.
    case exempt
    /// What it asserts is true.
    case good
    /// The fields that were read on the way.
    case bad(touched: [FieldPlace])
    /// Undecided for reasons that no condition would settle.
    case open(Set<String>)
}
