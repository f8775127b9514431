import Evaluation
import Rules
import Templates
import Topology

/// A graph for a terminal: a tree from each queue, along the way of its messages; what no queue leads to follows behind.
///
/// Every node is shown in full once and every link once; `(above)` and `(below)` stand for the rest of a node.
struct GraphText {
    private let graph: SystemGraph
    private let style: TextStyle

    init(_ graph: SystemGraph, style: TextStyle) {
        self.graph = graph
        self.style = style
    }

    var text: String {
        guard !graph.nodes.isEmpty else { return "no queue, worker or capacity is in the templates\n" }
        var tree = GraphTree(graph)
        var blocks: [String] = []
        for system in 0..<graph.systemCount {
            let title = graph.systemCount > 1 ? style.bold("system \(system + 1) of \(graph.systemCount)") + "\n\n" : ""
            let trees = tree.roots(ofSystem: system).map { lines(of: $0, subject: label($0.node)) }
            blocks.append(title + trees.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n"))
        }
        return blocks.joined(separator: "\n") + "\n" + legend
    }

    /// The last line, which counts.
    private var legend: String {
        func count(_ noun: String, _ number: Int) -> String? {
            number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
        }
        let queues = graph.nodes.count { $0.kind.isQueue }
        let workers = graph.nodes.count { [.service, .task, .function, .pipe].contains($0.kind) }
        let counts = [
            count("queue", queues), count("worker", workers), count("link", graph.edges.count),
            count("unknown link", graph.unknowns.count),
        ]
        return counts.compactMap { $0 }.joined(separator: ", ") + "\n"
    }

    // MARK: - Lines

    /// A node with what hangs on it; `subject` is how its first line begins.
    private func lines(of branch: GraphTree.Branch, subject: String) -> [String] {
        var lines = [subject]
        let hasMore = !branch.branches.isEmpty || !branch.unknowns.isEmpty
        for evidence in branch.edge?.evidence ?? [] {
            lines.append(
                (hasMore ? "│  " : "   ") + "· \(evidence.summary.visible)" + place(evidence.origin, after: branch))
        }
        let rest = branch.unknowns.map(unknown) + branch.branches.map { self.lines(of: $0, subject: phrase($0)) }
        for (index, block) in rest.enumerated() {
            let isLast = index == rest.count - 1
            for (number, line) in block.enumerated() {
                lines.append((number == 0 ? (isLast ? "└─ " : "├─ ") : (isLast ? "   " : "│  ")) + line)
            }
        }
        return lines
    }

    private func unknown(_ unknown: GraphUnknown) -> [String] {
        [style.help("? \(unknown.subject.visible): \(unknown.reasons.joined(separator: "; ").visible)")]
    }

    /// "is received by service Worker, on Fargate (template.yaml:40)".
    private func phrase(_ branch: GraphTree.Branch) -> String {
        guard let edge = branch.edge else { return label(branch.node) }
        let isForward = edge.target == branch.node.index
        let words =
            (edge.isPresumed ? "presumably " : "") + (isForward ? edge.relation.words : edge.relation.wordsBackwards)
        let condition = edge.condition.flatMap { $0 == branch.node.condition ? nil : " when \($0.visible)" } ?? ""
        switch branch.fullness {
        case .full: return "\(words)\(condition) \(label(branch.node))"
        case .above: return "\(words)\(condition) \(name(branch.node)) (above)"
        case .below: return "\(words)\(condition) \(name(branch.node)) (below)"
        }
    }

    private func name(_ node: GraphNode) -> String { "\(node.kind.words) \(style.bold(node.name.visible))" }

    private func label(_ node: GraphNode) -> String {
        let condition = node.condition.map { ", when \($0.visible)" } ?? ""
        return ([name(node)] + node.facts.map(\.visible)).joined(separator: ", ") + condition + place(node.origin)
    }

    private func place(_ origin: Origin) -> String {
        let location = Location(origin)
        return " " + style.frame("(\(location.file.visible):\(location.span.start.line))")
    }

    /// The place of evidence; the file is left out where the line above has just named it.
    private func place(_ origin: Origin, after branch: GraphTree.Branch) -> String {
        guard branch.fullness == .full, origin.document.path == branch.node.origin.document.path else { return place(origin) }
        return " " + style.frame("(line \(Location(origin).span.start.line))")
    }
}
