/// A small mistake put into a condition, to see whether any test of it notices.
package struct Mutation: Sendable, Hashable {
    /// What stands in the source, in UTF-8 offsets.
    package let range: Range<Int>
    /// What stands there now.
    package let original: String
    /// What stands there in ``source``.
    package let replacement: String
    /// The whole source with the mistake in it.
    package let source: String

    /// Every comparison, constant and boolean operator of a condition, each replaced once.
    ///
    /// - Returns: in the order of the source; none for a source that is no expression.
    package static func all(of source: String) -> [Mutation] {
        let bytes = Array(source.utf8)
        guard let expression = try? Parser.parse(bytes) else { return [] }
        var finder = MutationFinder(source: bytes)
        finder.visit(expression)
        return finder.replacements.sorted { ($0.range.lowerBound, $0.text) < ($1.range.lowerBound, $1.text) }.map { found in
            let mutated = bytes[..<found.range.lowerBound] + Array(found.text.utf8) + bytes[found.range.upperBound...]
            return Mutation(
                range: found.range, original: String(decoding: bytes[found.range], as: UTF8.self),
                replacement: found.text, source: String(decoding: mutated, as: UTF8.self))
        }
    }
}
