/// All matches, and their replacement, as Go's `regexp` gives them (https://pkg.go.dev/regexp).
extension Pattern {
    /// Every match that does not overlap the one before it.
    ///
    /// - Parameter steps: what the search may still do; what it did is taken away.
    /// - Returns: `nil` when the steps did not suffice.
    package static func matches(_ search: inout PatternSearch, spending steps: inout Int) -> [PatternMatch]? {
        var matches: [PatternMatch] = []
        var place = 0
        var lastEnd = -1
        while place <= search.text.count {
            switch search.firstMatch(from: place, spending: &steps) {
            case .exhausted: return nil
            case .none: return matches
            case .match(let match):
                // Nothing at all is no match right behind a match.
                let isTaken = match.range.upperBound != place || match.range.lowerBound != lastEnd
                place = match.range.upperBound == place ? place + 1 : match.range.upperBound
                lastEnd = match.range.upperBound
                if isTaken { matches.append(match) }
            }
        }
        return matches
    }

    /// A text with every match replaced. `$1`, `${1}` and `${name}` stand for what a group took, `$$` for a dollar sign.
    ///
    /// - Parameters:
    ///   - limit: longest text in characters that is made.
    ///   - steps: what the search may still do; what it did is taken away.
    /// - Returns: `nil` when the steps did not suffice, or the text is longer.
    package func replacing(
        in text: String, with template: String, limit: Int, spending steps: inout Int
    ) -> String? {
        var search = PatternSearch(self, in: text)
        let pieces = ReplacementPiece.pieces(of: template, groupNames: groupNames)
        // An array: a view of scalars counts itself each time that several are added to it.
        var result: [Unicode.Scalar] = []
        var (place, lastEnd, size) = (0, 0, 0)
        search: while place <= search.text.count {
            switch search.firstMatch(from: place, spending: &steps) {
            case .exhausted: return nil
            case .none: break search
            case .match(let match):
                result.append(contentsOf: search.text[lastEnd..<max(lastEnd, match.range.lowerBound)])
                if match.range.upperBound > lastEnd || match.range.lowerBound == 0 {
                    for piece in pieces {
                        let added = piece.text(of: match, in: search)
                        size += added.count
                        result.append(contentsOf: added)
                    }
                }
                guard size <= limit else { return nil }
                lastEnd = match.range.upperBound
                place = max(place + 1, lastEnd)
            }
        }
        result.append(contentsOf: search.text[min(lastEnd, search.text.count)...])
        return String(String.UnicodeScalarView(result))
    }
}

/// A piece of a replacement.
private enum ReplacementPiece {
    case literal([Unicode.Scalar])
    /// Counted from 0, which is the whole match.
    case group(Int)

    func text(of match: PatternMatch, in search: PatternSearch) -> ArraySlice<Unicode.Scalar> {
        switch self {
        case .literal(let scalars): scalars[...]
        case .group(0): search.text[match.range]
        case .group(let number):
            match.groups.indices.contains(number - 1) ? match.groups[number - 1].map { search.text[$0] } ?? [] : []
        }
    }

    static func pieces(of template: String, groupNames: [String?]) -> [ReplacementPiece] {
        var pieces: [ReplacementPiece] = []
        var rest = Array(template.unicodeScalars)[...]
        while let dollar = rest.firstIndex(of: "$") {
            pieces.append(.literal(Array(rest[..<dollar])))
            rest = rest[(dollar + 1)...]
            if rest.first == "$" {
                pieces.append(.literal(["$"]))
                rest = rest.dropFirst()
            } else if let name = takeName(&rest) {
                if let number = groupNumber(name) {
                    pieces.append(.group(number))
                } else {
                    // Of groups with one name there is one only; a name that no group has stands for nothing.
                    if let index = groupNames.firstIndex(of: name) { pieces.append(.group(index + 1)) }
                }
            } else {
                pieces.append(.literal(["$"]))
            }
        }
        return pieces + [.literal(Array(rest))]
    }

    /// The longest name of letters, digits and underscores, or one in braces; `nil` when there is none.
    private static func takeName(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
        let isBraced = rest.first == "{"
        let start = isBraced ? rest.dropFirst() : rest
        let name = start.prefix { $0 == "_" || $0.properties.generalCategory.isLetterOrDigit }
        var end = start.dropFirst(name.count)
        guard !name.isEmpty else { return nil }
        if isBraced {
            guard end.first == "}" else { return nil }
            end = end.dropFirst()
        }
        rest = end
        return String(String.UnicodeScalarView(name))
    }

    /// A number without needless zeros.
    private static func groupNumber(_ name: String) -> Int? {
        guard name.utf8.allSatisfy({ (0x30...0x39).contains($0) }), name == "0" || !name.hasPrefix("0"), name.utf8.count < 9
        else { return nil }
        return Int(name)
    }
}

extension Unicode.GeneralCategory {
    /// What Go's `unicode.IsLetter` and `unicode.IsDigit` take.
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
        default: false
        }
    }
}
