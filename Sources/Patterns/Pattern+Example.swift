extension Pattern {
    /// A text that a pattern is likely to match, made of its own characters; `nil` for a pattern that cannot be read.
    ///
    /// - Parameter filling: taken for the first repetition of characters that allows it.
    package static func example(of source: String, filling: String) -> String? {
        guard let node = try? PatternParser.parse(source).node else { return nil }
        var maker = PatternExample(filling: filling.unicodeScalars.map(\.value))
        guard maker.add(node, depth: 0) else { return nil }
        return String(String.UnicodeScalarView(maker.scalars.compactMap { Unicode.Scalar($0) }))
    }
}

/// Makes a short text that a pattern matches.
private struct PatternExample {
    private static let longest = 256
    private(set) var scalars: [UInt32] = []
    private var filling: [UInt32]

    init(filling: [UInt32]) {
        self.filling = filling
    }

    mutating func add(_ node: PatternNode, depth: Int) -> Bool {
        guard depth < 64, scalars.count < Self.longest else { return false }
        switch node {
        case .assertion: return true
        case .group(let inner, _): return add(inner, depth: depth + 1)
        case .sequence(let parts): return parts.allSatisfy { add($0, depth: depth + 1) }
        case .alternatives(let choices):
            guard let choice = choices.first else { return true }
            return add(choice, depth: depth + 1)
        case .character(let set):
            guard let scalar = Self.plainest(of: set) else { return false }
            scalars.append(scalar)
            return true
        case .repetition(let inner, let bounds):
            if case .character(let set) = inner, !filling.isEmpty, filling.count >= bounds.minimum,
                filling.count <= bounds.maximum ?? Int.max, filling.allSatisfy(set.contains)
            {
                scalars += filling
                filling = []
                return true
            }
            for _ in 0..<min(bounds.minimum, Self.longest) where !add(inner, depth: depth + 1) { return false }
            return true
        }
    }

    /// A letter or digit of a set where it has one.
    private static func plainest(of set: CharacterSet) -> UInt32? {
        let plain: [UInt32] = [0x61, 0x30, 0x41, 0x2D, 0x5F, 0x2E, 0x2F, 0x20]
        return plain.first(where: set.contains) ?? set.ranges.first?.lowerBound
    }
}
