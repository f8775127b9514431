import Templates

/// Why a field cannot be worked out from others.
enum ReadingFailure: Error {
    /// It depends on an open question: work it out for both answers.
    case undecided(ConditionAtom)
    case unknown([Reason], mayBeAbsent: Bool)
}
