import Templates

/// A queue, a worker, a scaling policy ... of a system.
public struct GraphNode: Sendable {
    /// Its place in the graph's list.
    public let index: Int
    /// What it is; within a part the graph lists its nodes by kind.
    public let kind: GraphNodeKind
    /// Logical id or address, `Stack/LogicalId` in a nested stack.
    public let name: String
    /// What a reader wants to know of it, in a few words each: "visibility timeout 60 s".
    public let facts: [String]
    /// When it exists, in words; `nil` for always.
    public let condition: String?
    /// Where it stands.
    public let origin: Origin
    /// Which of the graph's parts it belongs to, from 0.
    public let system: Int

    /// Creates a node; without a condition it always exists.
    init(
        index: Int, kind: GraphNodeKind, name: String, facts: [String] = [], condition: String? = nil, origin: Origin,
        system: Int = 0
    ) {
        self.index = index
        self.kind = kind
        self.name = name
        self.facts = facts
        self.condition = condition
        self.origin = origin
        self.system = system
    }
}
