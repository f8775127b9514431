/// The classes `\p{L}`, `\p{Lu}` and so on: Unicode's general categories.
enum UnicodeClasses {
    /// `nil` for scripts and for names that there are not.
    static func set(named name: String) -> CharacterSet? {
        if name == "Any" { return .all }
        let names = name.utf8.count == 1 ? sets.keys.filter { $0.hasPrefix(name) } : [name]
        let ranges = names.compactMap { sets[$0]?.ranges }.flatMap { $0 }
        return ranges.isEmpty ? nil : CharacterSet(ranges)
    }

    /// By the two letters of the category. Surrogates (`Cs`) are no characters of a text, and what is not assigned has no
    /// class in RE2.
    private static let sets: [String: CharacterSet] = {
        var ranges: [String: [ClosedRange<UInt32>]] = [:]
        var current: (name: String, first: UInt32)?
        // Planes 4 to 13 are empty; 15 and 16 are for private use.
        for value in [UInt32(0)...0x3FFFF, 0xE0000...0xE0FFF].joined() {
            let name = Unicode.Scalar(value).flatMap { names[$0.properties.generalCategory] }
            guard current?.name != name || current == nil else { continue }
            if let (name, first) = current { ranges[name, default: []].append(first...(value - 1)) }
            current = name.map { ($0, value) }
        }
        ranges["Co", default: []] += [0xF0000...0xFFFFD, 0x100000...0x10FFFD]
        return ranges.mapValues { CharacterSet($0) }
    }()

    private static let names: [Unicode.GeneralCategory: String] = [
        .uppercaseLetter: "Lu", .lowercaseLetter: "Ll", .titlecaseLetter: "Lt", .modifierLetter: "Lm", .otherLetter: "Lo",
        .nonspacingMark: "Mn", .spacingMark: "Mc", .enclosingMark: "Me", .decimalNumber: "Nd", .letterNumber: "Nl",
        .otherNumber: "No", .connectorPunctuation: "Pc", .dashPunctuation: "Pd", .openPunctuation: "Ps",
        .closePunctuation: "Pe", .initialPunctuation: "Pi", .finalPunctuation: "Pf", .otherPunctuation: "Po",
        .mathSymbol: "Sm", .currencySymbol: "Sc", .modifierSymbol: "Sk", .otherSymbol: "So", .spaceSeparator: "Zs",
        .lineSeparator: "Zl", .paragraphSeparator: "Zp", .control: "Cc", .format: "Cf", .privateUse: "Co",
    ]
}
