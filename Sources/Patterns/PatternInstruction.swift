/// A step of the automaton that a pattern becomes.
enum PatternInstruction: Sendable {
    /// Takes one character and goes to the next instruction.
    case consume(CharacterSet)
    case assert(PatternAssertion)
    /// Goes both ways.
    case split(Int, Int)
    case jump(Int)
    case match
}
