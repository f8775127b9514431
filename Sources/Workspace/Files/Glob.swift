/// A pattern of paths: `*` and `?` stand for characters of one component, `**` for any number of components.
package struct Glob: Sendable, Hashable {
    /// The pattern as it is written.
    package let pattern: String
    private let components: [[Character]]

    /// Creates a pattern; every text is one.
    package init(_ pattern: String) {
        self.pattern = pattern
        components = pattern.split(separator: "/").filter { $0 != "." }.map(Array.init)
    }

    /// Whether the whole of `path` fits.
    package func matches(_ path: String) -> Bool {
        let parts = path.split(separator: "/").map(Array.init)
        return Self.fits(components, parts, isAny: { $0 == ["*", "*"] }, isEqual: Self.fitsComponent)
    }

    /// Whether the whole of a text fits, in which `/` is a character like any other.
    static func fits(_ pattern: String, text: String) -> Bool { fitsComponent(Array(pattern), Array(text)) }

    private static func fitsComponent(_ pattern: [Character], _ text: [Character]) -> Bool {
        fits(pattern, text, isAny: { $0 == "*" }, isEqual: { $0 == "?" || $0 == $1 })
    }

    /// Matches with one place to come back to, which is enough for a pattern whose only repetition is "anything";
    /// the time is bounded by the product of the lengths.
    static func fits<Part, Item>(
        _ pattern: [Part], _ text: [Item], isAny: (Part) -> Bool, isEqual: (Part, Item) -> Bool
    ) -> Bool {
        var steps = 0
        return fits(pattern, text, counting: &steps, isAny: isAny, isEqual: isEqual)
    }

    /// - Parameter steps: what it took is added.
    static func fits<Part, Item>(
        _ pattern: [Part], _ text: [Item], counting steps: inout Int, isAny: (Part) -> Bool, isEqual: (Part, Item) -> Bool
    ) -> Bool {
        steps += 1
        var patternIndex = 0
        var textIndex = 0
        var retry: (pattern: Int, text: Int)?
        while textIndex < text.count {
            steps += 1
            if patternIndex < pattern.count, isAny(pattern[patternIndex]) {
                retry = (patternIndex, textIndex)
                patternIndex += 1
            } else if patternIndex < pattern.count, isEqual(pattern[patternIndex], text[textIndex]) {
                patternIndex += 1
                textIndex += 1
            } else if let (pattern, text) = retry {
                retry = (pattern, text + 1)
                patternIndex = pattern + 1
                textIndex = text + 1
            } else {
                return false
            }
        }
        return pattern[patternIndex...].allSatisfy(isAny)
    }
}
