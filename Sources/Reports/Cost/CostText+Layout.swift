extension String {
    /// The text with characters escaped that could drive a terminal.
    var safeInTable: String {
        guard unicodeScalars.contains(where: \.isDangerousToShow) else { return self }
        return unicodeScalars.reduce(into: "") { text, scalar in
            if scalar.isDangerousToShow {
                text += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }

    /// The characters of the text; a text of ASCII, as nearly all cells are, has no need to look for their bounds.
    var width: Int { utf8.allSatisfy { $0 < 0x80 } ? utf8.count : count }

    func paddedLeft(to columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - width)) + self
    }

    func paddedRight(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - width))
    }

    /// The text in pieces of at most `limit` characters, broken at spaces where there are any.
    func pieces(of limit: Int) -> [String] {
        guard width > limit, limit > 0 else { return [self] }
        var pieces: [String] = []
        var rest = Substring(self)
        while rest.count > limit {
            let head = rest.prefix(limit)
            let end = head.dropFirst(2).lastIndex(of: " ").map { rest.index(after: $0) } ?? head.endIndex
            pieces.append(String(rest[..<end]).trimmedRight)
            rest = rest[end...]
        }
        return pieces + [String(rest)]
    }

    var trimmedRight: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// Lines of at most `width` characters, broken at spaces; the first starts with `first`, the others with as many spaces.
    func wrapped(after first: String, width: Int = 100) -> [String] {
        let indentation = String(repeating: " ", count: first.count)
        var lines: [String] = []
        var line = first
        var isEmpty = true
        for word in safeInTable.split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = indentation
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return lines + [line.trimmedRight]
    }
}
