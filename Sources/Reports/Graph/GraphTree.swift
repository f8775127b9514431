import Topology

/// The order in which a graph is read: from a queue to its senders, its workers, their scaling and their capacity.
struct GraphTree {
    /// A node where it stands in the tree.
    struct Branch {
        enum Fullness {
            /// Here it is shown with all that hangs on it.
            case full
            case above
            case below
        }

        let node: GraphNode
        /// The link that leads here; `nil` for a root.
        let edge: GraphEdge?
        let fullness: Fullness
        var unknowns: [GraphUnknown] = []
        var branches: [Branch] = []
    }

    /// Levels of a tree; a deeper node becomes a root of its own.
    private static let deepest = 24

    private let graph: SystemGraph
    private let outgoing: [Int: [GraphEdge]]
    private let incoming: [Int: [GraphEdge]]
    private let unknowns: [Int: [GraphUnknown]]
    private var shownNodes: Set<Int> = []
    private var shownEdges: Set<[Int]> = []

    init(_ graph: SystemGraph) {
        self.graph = graph
        outgoing = Dictionary(grouping: graph.edges, by: \.source)
        incoming = Dictionary(grouping: graph.edges, by: \.target)
        unknowns = Dictionary(grouping: graph.unknowns, by: \.node)
    }

    /// The trees of a part: from queues first, then from whatever no tree before it has shown.
    mutating func roots(ofSystem system: Int) -> [Branch] {
        let nodes = graph.nodes(ofSystem: system)
        var roots: [Branch] = []
        for kind in Self.rootOrder {
            for node in nodes where node.kind == kind && !shownNodes.contains(node.index) {
                roots.append(branch(node, by: nil, depth: 0))
            }
        }
        return roots
    }

    private static let rootOrder: [GraphNodeKind] =
        [.queue, .service, .task, .function, .pipe, .deadLetterQueue]
        + GraphNodeKind.allCases.filter { ![.queue, .service, .task, .function, .pipe, .deadLetterQueue].contains($0) }

    private mutating func branch(_ node: GraphNode, by edge: GraphEdge?, depth: Int) -> Branch {
        shownNodes.insert(node.index)
        var branch = Branch(node: node, edge: edge, fullness: .full, unknowns: unknowns[node.index] ?? [])
        for (edge, other, isForward) in neighbours(of: node) {
            let key = [edge.source, edge.target, edge.relation.place]
            guard !shownEdges.contains(key) else { continue }
            let isShown = shownNodes.contains(other.index)
            if !isForward, isShown || !edge.relation.isShownBackwards(from: other) { continue }
            shownEdges.insert(key)
            let isRoot = isForward ? !edge.relation.isFollowed(to: other) : other.kind.isWorker
            if isShown || depth >= Self.deepest || isRoot {
                branch.branches.append(Branch(node: other, edge: edge, fullness: isShown ? .above : .below))
            } else {
                branch.branches.append(self.branch(other, by: edge, depth: depth + 1))
            }
        }
        return branch
    }

    /// The links of a node by relation, those that lead to it first: a queue's senders stand before its workers.
    private func neighbours(of node: GraphNode) -> [(edge: GraphEdge, other: GraphNode, isForward: Bool)] {
        let forward = (outgoing[node.index] ?? []).map { (edge: $0, other: graph.nodes[$0.target], isForward: true) }
        let backward = (incoming[node.index] ?? []).map { (edge: $0, other: graph.nodes[$0.source], isForward: false) }
        return (backward + forward).enumerated().sorted {
            ($0.element.edge.relation.place, $0.offset) < ($1.element.edge.relation.place, $1.offset)
        }.map(\.element)
    }
}

extension GraphRelation {
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Whether a tree goes on at the node that the link leads to. Queues are roots, and what scales stands below what it scales.
    fileprivate func isFollowed(to node: GraphNode) -> Bool {
        switch self {
        case .feeds, .starts, .runs, .notifies, .placedOn, .inCluster, .offers, .madeOf, .reports: true
        case .deadLetters, .sends: node.kind != .queue
        case .scales, .moves, .schedules, .triggers, .watches, .publishes: false
        }
    }

    /// Whether a node names the one that the link starts at. Other links are shown where that node stands.
    fileprivate func isShownBackwards(from node: GraphNode) -> Bool {
        switch self {
        case .sends, .starts, .scales, .moves, .schedules, .triggers, .publishes: true
        case .watches: node.kind == .alarm
        case .feeds, .deadLetters, .runs, .notifies, .placedOn, .inCluster, .offers, .madeOf, .reports: false
        }
    }
}

extension GraphNodeKind {
    /// Whether it has a tree of its own rather than one below what it sends to.
    fileprivate var isWorker: Bool { self == .service || self == .task }
}
