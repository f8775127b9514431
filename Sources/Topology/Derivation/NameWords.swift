/// Cuts names into words: at capitals, digits' ends, `-`, `_`, `.` and `/`.
enum NameWords {
    /// The words in lower case: `JobsDLQUrl` gives `jobs`, `dlq`, `url`; `dead-letter` gives `dead`, `letter`.
    static func words(of name: String) -> [String] {
        var words: [String] = []
        var current = ""
        let characters = Array(name)
        for (index, character) in characters.enumerated() {
            guard character.isLetter || character.isNumber else {
                append(&current, to: &words)
                continue
            }
            let next = index + 1 < characters.count ? characters[index + 1] : nil
            let previous = index > 0 ? characters[index - 1] : nil
            let startsWord = character.isUppercase && (previous?.isLowercase == true || previous?.isNumber == true)
            let endsAcronym = character.isUppercase && previous?.isUppercase == true && next?.isLowercase == true
            if startsWord || endsAcronym { append(&current, to: &words) }
            current.append(contentsOf: character.lowercased())
        }
        append(&current, to: &words)
        return words
    }

    private static func append(_ word: inout String, to words: inout [String]) {
        if !word.isEmpty { words.append(word) }
        word = ""
    }
}
