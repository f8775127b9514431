/// A set of code points.
struct CharacterSet: Sendable {
    /// In ascending order; no two touch.
    let ranges: [ClosedRange<UInt32>]

    /// - Parameter ranges: in any order, also overlapping.
    init(_ ranges: [ClosedRange<UInt32>]) {
        var merged: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound &+ 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        self.ranges = merged
    }

    static let digit = CharacterSet([0x30...0x39])
    static let space = CharacterSet([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])
    static let word = CharacterSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let all = CharacterSet([0...0x10FFFF])
    static let newline = CharacterSet([0x0A...0x0A])

    /// The classes that stand as `[:name:]` inside brackets.
    static let named: [String: CharacterSet] = [
        "alnum": CharacterSet([0x30...0x39, 0x41...0x5A, 0x61...0x7A]),
        "alpha": CharacterSet([0x41...0x5A, 0x61...0x7A]), "ascii": CharacterSet([0...0x7F]),
        "blank": CharacterSet([0x09...0x09, 0x20...0x20]), "cntrl": CharacterSet([0...0x1F, 0x7F...0x7F]),
        "digit": digit, "graph": CharacterSet([0x21...0x7E]), "lower": CharacterSet([0x61...0x7A]),
        "print": CharacterSet([0x20...0x7E]),
        "punct": CharacterSet([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]),
        "space": CharacterSet([0x09...0x0D, 0x20...0x20]), "upper": CharacterSet([0x41...0x5A]),
        "word": word, "xdigit": CharacterSet([0x30...0x39, 0x41...0x46, 0x61...0x66]),
    ]

    func contains(_ scalar: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(scalar)
    }

    var negated: CharacterSet {
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
            next = range.upperBound + 1
        }
        if next <= 0x10FFFF { result.append(next...0x10FFFF) }
        return CharacterSet(result)
    }

    /// What is in both sets.
    func intersection(_ other: CharacterSet) -> CharacterSet {
        CharacterSet(negated.ranges + other.negated.ranges).negated
    }

    /// The set with the other case of each member, for letters that have exactly one.
    /// Ranges of more than 1,000 code points are taken to hold both cases already.
    var ignoringCase: CharacterSet {
        var result = ranges
        for range in ranges where range.count <= 1000 {
            for scalar in range.compactMap(Unicode.Scalar.init) {
                for other in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
                    guard let single = other.unicodeScalars.first, other.unicodeScalars.count == 1 else { continue }
                    result.append(single.value...single.value)
                }
            }
        }
        // Two letters that have three forms each: the kelvin sign and the long s.
        for (letter, third) in [(UInt32(0x6B), UInt32(0x212A)), (0x73, 0x17F)] {
            let folded = CharacterSet(result)
            if folded.contains(letter) || folded.contains(third) {
                result += [letter...letter, (letter - 0x20)...(letter - 0x20), third...third]
            }
        }
        return CharacterSet(result)
    }
}
