/// Cuts names into words: at capitals, digits' ends, `-`, `_`, `.` and `/`.
enum NameWords {
    /// What a character does to a word.
    private enum Role {
        case lower, upper, number
        /// A letter of a script without cases.
        case letter
        case separator

        init(_ character: Character) {
            // Names are ASCII nearly always, and Unicode's tables are slow.
            if let byte = character.asciiValue {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"): self = .lower
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .upper
                case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .number
                default: self = .separator
                }
            } else if character.isUppercase {
                self = .upper
            } else if character.isLowercase {
                self = .lower
            } else if character.isNumber {
                self = .number
            } else {
                self = character.isLetter ? .letter : .separator
            }
        }
    }

    /// The words in lower case: `JobsDLQUrl` gives `jobs`, `dlq`, `url`; `dead-letter` gives `dead`, `letter`.
    static func words(of name: String) -> [String] {
        var words: [String] = []
        var current = ""
        let characters = Array(name)
        let roles = characters.map(Role.init)
        for (index, role) in roles.enumerated() {
            guard role != .separator else {
                append(&current, to: &words)
                continue
            }
            let next = index + 1 < roles.count ? roles[index + 1] : nil
            let previous = index > 0 ? roles[index - 1] : nil
            let startsWord = role == .upper && (previous == .lower || previous == .number)
            let endsAcronym = role == .upper && previous == .upper && next == .lower
            if startsWord || endsAcronym { append(&current, to: &words) }
            current.append(role == .upper ? characters[index].lowercased() : String(characters[index]))
        }
        append(&current, to: &words)
        return words
    }

    private static func append(_ word: inout String, to words: inout [String]) {
        if !word.isEmpty { words.append(word) }
        word = ""
    }
}
