/// What a check says in one world.
enum Verdict {
    /// The check does not concern the subject.
    case exempt
    /// The object is not there.
    case missing
    /// What it asserts is true.
    case good
    /// The fields that were read on the way, and those of them that the assertion itself read.
    case bad(touched: [ReadPlace], asserted: [ReadPlace])
    /// Undecided for reasons that no condition would settle.
    case open(Set<String>)
}
