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
