import Evaluation
import Templates

/// A link between two nodes with what shows it.
package struct GraphEdge: Sendable {
    /// One thing that shows a link.
    package struct Evidence: Sendable {
        /// `property` where the template says it outright; else how it was worked out: `role`, `environment`, `scaling`, ...
        package let kind: String
        /// In words: "the task role may receive from it".
        package let summary: String
        /// Where it stands in a template.
        package let origin: Origin

        /// Creates a piece of evidence.
        init(_ summary: String, kind: String = "property", origin: Origin) {
            self.kind = kind
            self.summary = summary
            self.origin = origin
        }
    }

    /// The index of the node that it starts at.
    package let source: Int
    /// The index of the node that it leads to.
    package let target: Int
    /// What the source is to the target.
    package let relation: GraphRelation
    /// When it holds, in words; `nil` for always.
    package let condition: String?
    /// Strongest first; never empty.
    package let evidence: [Evidence]
    /// Nothing proves it: an environment variable alone suggests it.
    package let isPresumed: Bool

    /// Creates a link; `evidence` must not be empty.
    init(
        from source: Int, to target: Int, _ relation: GraphRelation, condition: String? = nil, evidence: [Evidence],
        isPresumed: Bool = false
    ) {
        self.source = source
        self.target = target
        self.relation = relation
        self.condition = condition
        self.evidence = evidence
        self.isPresumed = isPresumed
    }
}
