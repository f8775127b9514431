/// Bounds on what a text from a stranger may ask of the reader.
package struct ParseLimits: Sendable, Hashable {
    /// Longest text, in bytes.
    package var bytes: Int
    /// Deepest nesting of collections. libyaml's time is quadratic in flow depth, hence a bound.
    package var depth: Int
    /// Most nodes that the tree may stand for once every alias is followed.
    package var expandedNodes: Int
    /// Most nodes among them that aliases repeat. Who walks the tree meets each again: this many take a tenth of a second.
    package var aliasedNodes: Int
    /// What the arena can number.
    var capacity = ArenaCapacity()

    /// Creates bounds; the defaults are those of every command.
    package init(
        bytes: Int = 256 << 20, depth: Int = 512, expandedNodes: Int = 30_000_000, aliasedNodes: Int = 250_000
    ) {
        self.bytes = bytes
        self.depth = depth
        self.expandedNodes = expandedNodes
        self.aliasedNodes = aliasedNodes
    }

    /// What files are read with: 256 MiB, 512 levels, thirty million nodes.
    package static let `default` = ParseLimits()
}
