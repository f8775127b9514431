import Synchronization

/// The work that all paths of a walk may be for patterns that git ignores by: patterns times paths is the input's choice.
///
/// When it is done no pattern fits any more: rather too much is checked than too little.
final class IgnoreWork: Sendable {
    /// A second's worth. 100,000 files take 30,000,000 with 100 patterns, of which most are settled by one character.
    private static let mostSteps = 60_000_000

    private let steps = Atomic<Int>(0)

    /// Whether a pattern fits a path.
    func fits(_ pattern: GitIgnorePattern, _ path: [[UInt8]], isFolder: Bool) -> Bool {
        guard steps.load(ordering: .relaxed) < Self.mostSteps else { return false }
        var taken = 0
        let fits = pattern.matches(path, isFolder: isFolder, counting: &taken)
        steps.wrappingAdd(taken, ordering: .relaxed)
        return fits
    }
}
