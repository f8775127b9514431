import Topology

/// A graph in the language of Graphviz.
///
/// Source: https://graphviz.org/doc/info/lang.html (quoted strings), https://graphviz.org/docs/attr-types/escString/ (labels).
struct GraphDOT {
    private let graph: SystemGraph

    init(_ graph: SystemGraph) { self.graph = graph }

    var text: String {
        var lines = ["digraph ecslint {", "  rankdir=LR;", "  node [shape=box, fontname=\"sans-serif\"];"]
        for node in graph.nodes {
            let condition = node.condition.map { ["when \($0)"] } ?? []
            let label = Self.label(["\(node.kind.words) \(node.name)"] + node.facts + condition)
            lines.append("  n\(node.index) [shape=\(Self.shape(node.kind)), label=\(label)];")
        }
        for edge in graph.edges {
            let words = (edge.isPresumed ? "presumably " : "") + edge.relation.words
            let label = Self.label([words] + (edge.condition.map { ["when \($0)"] } ?? []))
            let style = edge.relation == .deadLetters || edge.relation == .watches || edge.isPresumed ? ", style=dashed" : ""
            lines.append("  n\(edge.source) -> n\(edge.target) [label=\(label)\(style)];")
        }
        for (index, unknown) in graph.unknowns.enumerated() {
            let label = Self.label(["? \(unknown.subject)"] + unknown.reasons)
            lines.append("  u\(index) [shape=note, style=dashed, label=\(label)];")
            lines.append("  n\(unknown.node) -> u\(index) [style=dotted, arrowhead=none];")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private static func shape(_ kind: GraphNodeKind) -> String {
        switch kind {
        case .queue, .deadLetterQueue: "cylinder"
        case .service, .task, .function, .pipe: "box"
        case .bucket, .topic, .eventRule, .schedule: "hexagon"
        case .scalableTarget, .scalingPolicy, .scheduledAction, .alarm, .compositeAlarm, .groupScalingPolicy: "ellipse"
        case .cluster, .capacityProvider, .autoScalingGroup: "box3d"
        }
    }

    private static func label(_ lines: [String]) -> String { "\"\(lines.map(escaped).joined(separator: "\\n"))\"" }

    /// Quotes and backslashes would end the string or begin an escape of labels; `&` would begin an HTML entity.
    static func escaped(_ text: String) -> String {
        text.visible.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "&": result += "&amp;"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
