/// A condition on a place in the text.
enum PatternAssertion {
    case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary

    func holds(at index: Int, in text: [UInt32]) -> Bool {
        switch self {
        case .textStart: index == 0
        case .textEnd: index == text.count
        case .lineStart: index == 0 || text[index - 1] == 0x0A
        case .lineEnd: index == text.count || text[index] == 0x0A
        case .wordBoundary: isBoundary(at: index, in: text)
        case .noWordBoundary: !isBoundary(at: index, in: text)
        }
    }

    private func isBoundary(at index: Int, in text: [UInt32]) -> Bool {
        let isAfterWord = index > 0 && CharacterSet.word.contains(text[index - 1])
        let isBeforeWord = index < text.count && CharacterSet.word.contains(text[index])
        return isAfterWord != isBeforeWord
    }
}
