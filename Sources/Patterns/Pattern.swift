/// A regular expression in RE2's syntax that matches in time linear in the text, whatever the text is.
///
/// Left out of RE2's syntax: classes by Unicode property (`\p{L}`), named groups, `\C`, `\Q...\E`.
public struct Pattern: Sendable {
    /// What is wrong with a pattern.
    public struct Fault: Error {
        /// For the author of the pattern, without a full stop.
        public let message: String
    }

    let instructions: [PatternInstruction]

    /// Reads a pattern.
    /// - Throws: what is wrong with it, or that it is too large.
    public init(_ source: String) throws(Fault) {
        var compiler = PatternCompiler()
        try compiler.compile(try PatternParser.parse(source))
        instructions = compiler.finished()
    }

    /// How many steps the automaton has: the work that reading the pattern took.
    public var size: Int { instructions.count }

    /// Whether the pattern matches anywhere in the text.
    ///
    /// - Parameter steps: what the search may still do; what it did is taken away.
    /// - Returns: `nil` when the steps did not suffice.
    public func isFound(in text: String, spending steps: inout Int) -> Bool? {
        var matcher = PatternMatcher(instructions: instructions)
        return matcher.isFound(in: text.unicodeScalars.map(\.value), spending: &steps)
    }
}
