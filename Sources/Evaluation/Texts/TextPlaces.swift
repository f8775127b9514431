import YAMLBridge

/// Where the bytes of a text stand in the text of its node: a heredoc's lines lose their indentation, and what stands in
/// `${ }` is something else once it is evaluated.
package struct TextPlaces {
    /// A stretch of the text and where it was written, both in UTF-8 bytes; of equal length but for a sequence.
    private struct Stretch {
        package let text: Range<Int>
        package let source: Range<Int>
    }

    private var stretches: [Stretch] = []

    /// Lines the text up with what is written.
    ///
    /// What a sequence became ends where the rest of its line goes on; a text whose sequences became several lines is not
    /// lined up, since a wrong place is worse than a wide one. `nil` then, and for directives, `~` and anything else that
    /// makes the text differ.
    ///
    /// - Parameters:
    ///   - text: the text after evaluation, in UTF-8.
    ///   - written: the node's text: a heredoc of Terraform's language, the text of an `Fn::Sub`.
    package init?(of text: [UInt8], in written: [UInt8]) {
        if text == written {
            stretches = [Stretch(text: 0..<text.count, source: 0..<text.count)]
            return
        }
        guard let tokens = WrittenText.tokens(of: written) else { return nil }
        var end = 0
        var sequence: Range<Int>?
        for token in tokens {
            switch token {
            case .sequence(let range): sequence = (sequence?.lowerBound ?? range.lowerBound)..<range.upperBound
            case .literal(let range):
                guard let start = Self.start(of: written[range], in: text, from: end, behindSequence: sequence != nil) else {
                    return nil
                }
                if let sequence { stretches.append(Stretch(text: end..<start, source: sequence)) }
                sequence = nil
                end = start + range.count
                stretches.append(Stretch(text: start..<end, source: range))
            }
        }
        if let sequence {
            guard !text[end...].contains(UInt8(ascii: "\n")) else { return nil }
            stretches.append(Stretch(text: end..<text.count, source: sequence))
            end = text.count
        }
        guard end == text.count else { return nil }
    }

    /// Where a literal goes on: at once, or behind what a sequence became on the same line.
    private static func start(
        of literal: ArraySlice<UInt8>, in text: [UInt8], from start: Int, behindSequence: Bool
    ) -> Int? {
        var candidate = start
        while candidate <= text.count - literal.count {
            if text[candidate..<candidate + literal.count].elementsEqual(literal) { return candidate }
            guard behindSequence, candidate < text.count, text[candidate] != UInt8(ascii: "\n") else { return nil }
            candidate += 1
        }
        return nil
    }

    /// Where a stretch of the text is written; `nil` for one that lies outside.
    package func source(of range: Range<Int>) -> Range<Int>? {
        let firstIndex = index { $0.text.upperBound > range.lowerBound }
        let lastIndex = index { $0.text.lowerBound >= range.upperBound } - 1
        guard stretches.indices.contains(firstIndex), stretches.indices.contains(lastIndex) else { return nil }
        let (first, last) = (stretches[firstIndex], stretches[lastIndex])
        let start =
            first.text.count == first.source.count
            ? first.source.lowerBound + max(0, range.lowerBound - first.text.lowerBound) : first.source.lowerBound
        let end =
            last.text.count == last.source.count
            ? last.source.lowerBound + min(last.source.count, range.upperBound - last.text.lowerBound) : last.source.upperBound
        return start <= end ? start..<end : nil
    }

    /// The first stretch for which a condition holds that holds for all behind it; the count where it holds for none.
    private func index(where holds: (Stretch) -> Bool) -> Int {
        var (low, high) = (0, stretches.count)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(stretches[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
