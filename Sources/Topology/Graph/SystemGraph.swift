/// What feeds what: queues, workers, scaling and capacity of a whole input, with the evidence for each link.
///
/// A value made from a model alone; it knows of no output format.
public struct SystemGraph: Sendable {
    /// Grouped by system, then by kind, then in the order of the input.
    public let nodes: [GraphNode]
    /// By the node that they start at, then by relation, then by the node that they lead to.
    public let edges: [GraphEdge]
    /// What could not be linked, by node.
    public let unknowns: [GraphUnknown]

    /// Parts of the graph with nothing between them.
    public var systemCount: Int { (nodes.last?.system).map { $0 + 1 } ?? 0 }

    /// The nodes of a part.
    public func nodes(ofSystem system: Int) -> [GraphNode] { nodes.filter { $0.system == system } }
}
