import Text

/// What a suppression says in words: `SQS001, SQS002 until 2027-01-31 reason`.
struct SuppressionDirective: Hashable {
    enum Fault: Error, Hashable {
        case noRule
        /// Behind `until`, and no day of the calendar.
        case badDay(String)
        /// Of an entry that is written out.
        case unknownKey(String)
    }

    /// Ids, names or families of rules, as they were written.
    let rules: [String]
    /// The last day on which it holds.
    let until: CivilDay?
    let reason: String?

    init(rules: [String], until: CivilDay?, reason: String?) {
        self.rules = rules
        self.until = until
        self.reason = reason
    }

    /// - Parameter isTag: a tag's value, which may hold no commas: every word that looks like a rule's id is one.
    init(parsing text: some StringProtocol, isTag: Bool = false) throws(Fault) {
        var words = String(text).split { $0.isWhitespace }.map { String($0) }[...]
        rules = Self.takeRules(from: &words, isTag: isTag)
        guard !rules.isEmpty else { throw .noRule }
        until = try Self.takeDay(from: &words)
        if let first = words.first, first.allSatisfy({ "-:".contains($0) }) { words.removeFirst() }
        reason = words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// A list goes on behind a comma, so that a reason may begin with anything.
    private static func takeRules(from words: inout ArraySlice<String>, isTag: Bool) -> [String] {
        var rules: [String] = []
        var continues = true
        while let word = words.first {
            guard continues || word.hasPrefix(",") || isTag && looksLikeID(word) else { break }
            if rules.isEmpty, Self.isUntil(word) { break }
            words.removeFirst()
            rules += word.split { ",:".contains($0) }.map(String.init)
            continues = word.hasSuffix(",")
        }
        return rules
    }

    /// `until` with a day. However the word is written, a day must follow: a slip would make it hold for ever.
    private static func takeDay(from words: inout ArraySlice<String>) throws(Fault) -> CivilDay? {
        guard let first = words.first, isUntil(first) else { return nil }
        let text = (words.dropFirst().first ?? "").trimmingSuffix(",.:")
        guard first == "until", let day = CivilDay(text) else {
            throw .badDay([first, text].joined(separator: " ").trimmingSuffix(" "))
        }
        words.removeFirst(2)
        return day
    }

    /// `until`, `UNTIL`, `until:` and the like.
    private static func isUntil(_ word: String) -> Bool {
        word.lowercased().split(whereSeparator: { !$0.isLetter }).first == "until"
    }

    private static func looksLikeID(_ word: String) -> Bool {
        let letters = word.prefix { $0.isASCII && $0.isUppercase }
        let digits = word.dropFirst(letters.count)
        return (2...8).contains(letters.count) && (3...4).contains(digits.count)
            && digits.allSatisfy { $0.isASCII && $0.isNumber }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ characters: String) -> String {
        String(reversed().drop { characters.contains($0) }.reversed())
    }
}
