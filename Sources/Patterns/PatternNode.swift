/// The parts of a regular expression.
indirect enum PatternNode {
    case character(CharacterSet)
    case assertion(PatternAssertion)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    /// `number` counts from 1, by opening parentheses.
    case group(PatternNode, number: Int)
    case repetition(PatternNode, Repetition)

    struct Repetition {
        let minimum: Int
        /// `nil` for any number.
        let maximum: Int?
        /// Whether it takes as much as it can.
        let isGreedy: Bool
    }
}
