extension String {
    /// The text cut at each delimiter, left to right; the whole of it where the delimiter is empty.
    package func pieces(separatedBy delimiter: String) -> [String] {
        let bytes = Array(utf8)
        let mark = Array(delimiter.utf8)
        guard let first = mark.first, bytes.count >= mark.count else { return [self] }
        var pieces: [String] = []
        var start = 0
        var index = 0
        while index + mark.count <= bytes.count {
            if bytes[index] == first, bytes[index..<(index + mark.count)].elementsEqual(mark) {
                pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += mark.count
                start = index
            } else {
                index += 1
            }
        }
        return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
    }
}

extension StringProtocol where SubSequence == Substring {
    /// The text without white space at its ends.
    package var trimmed: String {
        var view = self[...]
        while view.first?.isWhitespace == true { view.removeFirst() }
        while view.last?.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}
