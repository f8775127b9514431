import Topology
import Workspace

/// How a graph is written.
package enum GraphFormat: String, Sendable, CaseIterable {
    case text
    case mermaid
    case dot
    case json
}

extension GraphResult {
    /// The graph in a format, with a line feed at its end; the same bytes for the same graph.
    package func rendered(as format: GraphFormat, style: TextStyle = .plain) -> String {
        switch format {
        case .text: GraphText(graph, style: style).text
        case .mermaid: GraphMermaid(graph).text
        case .dot: GraphDOT(graph).text
        case .json: GraphJSON(self).text
        }
    }
}
