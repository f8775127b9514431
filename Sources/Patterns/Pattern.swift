/// A regular expression in RE2's syntax that matches in time linear in the text, whatever the text is.
///
/// The syntax is that of Go's `regexp/syntax` (https://pkg.go.dev/regexp/syntax), which CEL and Terraform use. Left out:
/// classes by script (`\p{Greek}`).
package struct Pattern: Sendable {
    /// What is wrong with a pattern.
    package struct Fault: Error {
        /// For the author of the pattern, without a full stop.
        package let message: String
        /// Whether RE2 may take the pattern all the same: it is too large here, or of a form that is left out.
        package let isOfLimits: Bool

        init(message: String, isOfLimits: Bool = false) {
            self.message = message
            self.isOfLimits = isOfLimits
        }
    }

    let instructions: [PatternInstruction]
    /// The name of each group in parentheses; `nil` for one without.
    package let groupNames: [String?]

    /// Reads a pattern.
    ///
    /// - Parameters:
    ///   - isCapturing: whether its matches are to tell what the groups took.
    ///   - isJava: whether brackets are read as Java's `java.util.regex.Pattern` has them, which CloudFormation uses: they nest,
    ///     and `[a-z&&[^b]]` is what both have. What RE2 lacks of Java's forms stays a fault.
    /// - Throws: what is wrong with it, or that it is too large.
    package init(_ source: String, isCapturing: Bool = false, isJava: Bool = false) throws(Fault) {
        let (node, names) = try PatternParser.parse(source, isJava: isJava)
        var compiler = PatternCompiler(isCapturing: isCapturing)
        _ = try compiler.compile(node)
        instructions = compiler.finished()
        groupNames = names
    }

    /// How many steps the automaton has: the work that reading the pattern took.
    package var size: Int { instructions.count }

    /// Whether the pattern matches anywhere in the text.
    ///
    /// - Parameter steps: what the search may still do; what it did is taken away.
    /// - Returns: `nil` when the steps did not suffice.
    package func isFound(in text: String, spending steps: inout Int) -> Bool? {
        var matcher = PatternMatcher(instructions: instructions)
        return matcher.isFound(in: text.unicodeScalars.map(\.value), spending: &steps)
    }
}
