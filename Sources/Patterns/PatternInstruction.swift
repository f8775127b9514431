/// A step of the automaton that a pattern becomes.
enum PatternInstruction: Sendable {
    /// Takes one character and goes to the next instruction.
    case consume(CharacterSet)
    case assert(PatternAssertion)
    /// Goes both ways; the first is preferred.
    case split(Int, Int)
    case jump(Int)
    /// Keeps the place in the text as an end of a group: twice its number for the start, and one more for the end.
    case save(Int)
    case match
}
