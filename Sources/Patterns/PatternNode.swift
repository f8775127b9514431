/// The parts of a regular expression.
indirect enum PatternNode {
    case character(CharacterSet)
    case assertion(PatternAssertion)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    /// `maximum` is `nil` for any number.
    case repetition(PatternNode, minimum: Int, maximum: Int?)
}
