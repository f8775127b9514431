import Templates

/// A link between two nodes with what shows it.
public struct GraphEdge: Sendable {
    /// One thing that shows a link.
    public struct Evidence: Sendable {
        /// `property` where the template says it outright; else how it was worked out: `role`, `environment`, `scaling`, ...
        public let kind: String
        /// In words: "the task role may receive from it".
        public let summary: String
        /// Where it stands in a template.
        public let origin: Origin

        /// Creates a piece of evidence.
        init(_ summary: String, kind: String = "property", origin: Origin) {
            self.kind = kind
            self.summary = summary
            self.origin = origin
        }
    }

    /// The index of the node that it starts at.
    public let source: Int
    /// The index of the node that it leads to.
    public let target: Int
    /// What the source is to the target.
    public let relation: GraphRelation
    /// When it holds, in words; `nil` for always.
    public let condition: String?
    /// Strongest first; never empty.
    public let evidence: [Evidence]

    /// Creates a link; `evidence` must not be empty.
    init(
        from source: Int, to target: Int, _ relation: GraphRelation, condition: String? = nil, evidence: [Evidence]
    ) {
        self.source = source
        self.target = target
        self.relation = relation
        self.condition = condition
        self.evidence = evidence
    }
}
