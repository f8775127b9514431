import Evaluation
import Rules
import Templates
import Topology
import Workspace

/// A graph for scripts; its form is a promise.
struct GraphJSON {
    private let result: GraphResult
    private let ids: [String]

    init(_ result: GraphResult) {
        self.result = result
        var uses: [String: Int] = [:]
        ids = result.graph.nodes.map { node in
            let name = "\(node.kind.rawValue):\(node.name)"
            uses[name, default: 0] += 1
            let number = uses[name] ?? 1
            return number == 1 ? name : "\(name)#\(number)"
        }
    }

    var text: String {
        JSONValue.members([
            "version": 1,
            "tool": .members(["name": "ecslint", "version": .string(ToolVersion.current)]),
            "summary": .members([
                "systems": .integer(result.graph.systemCount), "nodes": .integer(result.graph.nodes.count),
                "edges": .integer(result.graph.edges.count), "unknown": .integer(result.graph.unknowns.count),
            ]),
            "nodes": .array(result.graph.nodes.map(value)),
            "edges": .array(result.graph.edges.map(value)),
            "unknown": .array(result.graph.unknowns.map(value)),
            "diagnostics": .array(result.diagnostics.map(JSONReport.value)),
        ]).text
    }

    private func value(_ node: GraphNode) -> JSONValue {
        .members([
            "id": .string(ids[node.index]), "kind": .string(node.kind.rawValue), "name": .string(node.name),
            "system": .integer(node.system + 1), "facts": .array(node.facts.map(JSONValue.string)),
            "when": node.condition.map(JSONValue.string), "location": place(node.origin),
        ])
    }

    private func value(_ edge: GraphEdge) -> JSONValue {
        .members([
            "from": .string(ids[edge.source]), "to": .string(ids[edge.target]), "relation": .string(edge.relation.rawValue),
            "when": edge.condition.map(JSONValue.string), "presumed": edge.isPresumed ? true : nil,
            "evidence": .array(
                edge.evidence.map { item in
                    .members([
                        "kind": .string(item.kind), "message": .string(item.summary), "location": place(item.origin),
                    ])
                }),
        ])
    }

    private func value(_ unknown: GraphUnknown) -> JSONValue {
        .members([
            "node": .string(ids[unknown.node]), "what": .string(unknown.subject),
            "reasons": .array(unknown.reasons.map(JSONValue.string)),
        ])
    }

    private func place(_ origin: Origin) -> JSONValue { JSONReport.value(Location(origin)) }
}
