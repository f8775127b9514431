import Evaluation
import Templates

/// A queue, a worker, a scaling policy ... of a system.
package struct GraphNode: Sendable {
    /// Its place in the graph's list.
    package let index: Int
    /// What it is; within a part the graph lists its nodes by kind.
    package let kind: GraphNodeKind
    /// Logical id or address, `Stack/LogicalId` in a nested stack.
    package let name: String
    /// What a reader wants to know of it, in a few words each: "visibility timeout 60 s".
    package let facts: [String]
    /// When it exists, in words; `nil` for always.
    package let condition: String?
    /// Where it stands.
    package let origin: Origin
    /// Which of the graph's parts it belongs to, from 0.
    package let system: Int

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
