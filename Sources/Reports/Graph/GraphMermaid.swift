import Topology

/// A graph as a Mermaid flowchart, which GitHub and GitLab draw in Markdown.
///
/// Source: https://mermaid.js.org/syntax/flowchart.html (node shapes, quoted labels, `#35;` for characters).
struct GraphMermaid {
    private let graph: SystemGraph

    init(_ graph: SystemGraph) { self.graph = graph }

    var text: String {
        var lines = ["flowchart LR"]
        for node in graph.nodes {
            let (open, close) = Self.shape(node.kind)
            let condition = node.condition.map { ["when \($0)"] } ?? []
            let label = Self.label(["\(node.kind.words) \(node.name)"] + node.facts + condition)
            lines.append("  n\(node.index)\(open)\(label)\(close)")
        }
        for edge in graph.edges {
            let arrow = edge.isPresumed || Self.isDotted(edge.relation) ? "-.->" : "-->"
            let words = (edge.isPresumed ? "presumably " : "") + edge.relation.words
            let label = Self.label([words] + (edge.condition.map { ["when \($0)"] } ?? []))
            lines.append("  n\(edge.source) \(arrow)|\(label)| n\(edge.target)")
        }
        for (index, unknown) in graph.unknowns.enumerated() {
            lines.append("  u\(index)[\(Self.label(["? \(unknown.subject)"] + unknown.reasons))]:::unknown")
            lines.append("  n\(unknown.node) -.- u\(index)")
        }
        if !graph.unknowns.isEmpty { lines.append("  classDef unknown stroke-dasharray: 4 4") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func shape(_ kind: GraphNodeKind) -> (String, String) {
        switch kind {
        case .queue, .deadLetterQueue: ("[(", ")]")
        case .service, .task, .function, .pipe: ("[", "]")
        case .bucket, .topic, .eventRule, .schedule: ("{{", "}}")
        case .scalableTarget, .scalingPolicy, .scheduledAction, .alarm, .compositeAlarm, .groupScalingPolicy: ("([", "])")
        case .cluster, .capacityProvider, .autoScalingGroup: ("[[", "]]")
        }
    }

    private static func isDotted(_ relation: GraphRelation) -> Bool {
        relation == .deadLetters || relation == .watches || relation == .publishes
    }

    private static func label(_ lines: [String]) -> String { "\"\(lines.map(escaped).joined(separator: "<br/>"))\"" }

    /// Everything but letters, digits and harmless marks as a character code: no text of a template ends a label, a fence or
    /// begins a directive.
    static func escaped(_ text: String) -> String {
        text.visible.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "/", "-", "+", "?", ":", "_", "=", "(", ")":
                result.unicodeScalars.append(scalar)
            case _ where scalar.value > 0x7F && scalar.properties.isAlphabetic: result.unicodeScalars.append(scalar)
            default: result += "#\(scalar.value);"
            }
        }
    }
}
