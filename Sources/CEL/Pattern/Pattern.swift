/// A regular expression in RE2's syntax that matches in time linear in the text, whatever the text is.
///
/// Left out of RE2's syntax: classes by Unicode property (`\p{L}`), named groups, `\C`, `\Q...\E`.
struct Pattern: Sendable {
    /// What is wrong with a pattern.
    struct Fault: Error {
        let message: String
    }

    let instructions: [PatternInstruction]

    init(_ source: String) throws(Fault) {
        var compiler = PatternCompiler()
        try compiler.compile(try PatternParser.parse(source))
        instructions = compiler.finished()
    }

    /// Whether the pattern matches anywhere in the text.
    func isFound(in text: String, _ budget: inout Budget) throws(EvaluationError) -> Bool {
        var matcher = PatternMatcher(instructions: instructions)
        return try matcher.isFound(in: text.unicodeScalars.map(\.value), &budget)
    }
}
