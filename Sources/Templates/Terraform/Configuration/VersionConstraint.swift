import Text

/// The versions of a module that a call takes: `~> 3.1, != 3.1.4`.
///
/// Source: https://developer.hashicorp.com/terraform/language/expressions/version-constraints
struct VersionConstraint {
    private struct Term {
        let symbol: String
        let version: Version
    }

    private struct Version {
        let numbers: [Int]
        let prerelease: String

        /// Build data behind `+` does not order versions.
        init?(_ text: Substring) {
            let plain = text.prefix { $0 != "+" }
            let release = plain.prefix { $0 != "-" }
            let parts = release.drop { $0 == "v" }.split(separator: ".", omittingEmptySubsequences: false)
            let numbers = parts.compactMap { Int($0) }
            guard (1...8).contains(parts.count), numbers.count == parts.count else { return nil }
            self.numbers = numbers
            prerelease = String(plain.dropFirst(release.count))
        }

        /// Missing numbers are 0.
        func number(_ place: Int) -> Int { numbers.indices.contains(place) ? numbers[place] : 0 }

        func isLess(than other: Version) -> Bool {
            for place in 0..<8 where number(place) != other.number(place) { return number(place) < other.number(place) }
            if prerelease.isEmpty || other.prerelease.isEmpty { return !prerelease.isEmpty && other.prerelease.isEmpty }
            return prerelease < other.prerelease
        }
    }

    private let terms: [Term]

    /// Reads a constraint; `nil` for one that cannot be read.
    init?(_ text: String) {
        var terms: [Term] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let trimmed = part.trimmed[...]
            let symbol = trimmed.prefix { "=!<>~".contains($0) }
            guard ["", "=", "!=", ">", ">=", "<", "<=", "~>"].contains(symbol),
                let version = Version(trimmed.dropFirst(symbol.count).trimmed[...])
            else { return nil }
            terms.append(Term(symbol: String(symbol), version: version))
        }
        self.terms = terms
    }

    /// Whether a version is one of them; `nil` for a text that is no version.
    func allows(_ text: String) -> Bool? {
        guard let version = Version(text[...]) else { return nil }
        return terms.allSatisfy { Self.holds($0, for: version) }
    }

    private static func holds(_ term: Term, for version: Version) -> Bool {
        let (isLess, isMore) = (version.isLess(than: term.version), term.version.isLess(than: version))
        switch term.symbol {
        case "!=": return isLess || isMore
        case ">": return isMore
        case ">=": return !isLess
        case "<": return isLess
        case "<=": return !isMore
        case "~>":
            // Only the last number may grow.
            let fixed = max(0, term.version.numbers.count - 1)
            return !isLess && (0..<fixed).allSatisfy { version.number($0) == term.version.number($0) }
        default: return !isLess && !isMore
        }
    }
}
