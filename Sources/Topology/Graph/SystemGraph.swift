/// What feeds what: queues, workers, scaling and capacity of a whole input, with the evidence for each link.
///
/// A value made from a model alone; it knows of no output format.
package struct SystemGraph: Sendable {
    /// Grouped by system, then by kind, then in the order of the input.
    package let nodes: [GraphNode]
    /// By the node that they start at, then by relation, then by the node that they lead to.
    package let edges: [GraphEdge]
    /// What could not be linked, by node.
    package let unknowns: [GraphUnknown]

    /// Parts of the graph with nothing between them.
    package var systemCount: Int { (nodes.last?.system).map { $0 + 1 } ?? 0 }

    /// The nodes of a part.
    package func nodes(ofSystem system: Int) -> [GraphNode] { nodes.filter { $0.system == system } }
}
