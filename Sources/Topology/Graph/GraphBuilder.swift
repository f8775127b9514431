import Evaluation
import Templates

/// Draws the graph of a model: first the nodes that stand for themselves, then every link, with the nodes that it needs.
struct GraphBuilder {
    let model: Model
    private var drafts: [GraphKey: Draft] = [:]
    private var links: [LinkKey: LinkDraft] = [:]
    private var doubts: [Doubt] = []
    private var seenDoubts: Set<Doubt> = []

    /// A node that is not placed yet.
    private struct Draft {
        let kind: GraphNodeKind
        let name: String
        let facts: [String]
        let condition: Condition
        let origin: Origin
    }

    private struct GraphKey: Hashable, Comparable {
        let kind: GraphNodeKind
        let id: ObjectID

        static func < (left: GraphKey, right: GraphKey) -> Bool {
            left.kind == right.kind ? left.id < right.id : left.kind.order < right.kind.order
        }
    }

    private struct LinkKey: Hashable {
        let source: ObjectID
        let target: ObjectID
        let relation: GraphRelation
    }

    private struct LinkDraft {
        var condition: Condition
        var evidence: [GraphEdge.Evidence]
        /// Nothing that was said so far proves it.
        var isPresumed: Bool
    }

    private struct Doubt: Hashable {
        let id: ObjectID
        let subject: String
        let reasons: [String]
    }

    private var kinds: [ObjectID: GraphNodeKind] = [:]

    init(_ model: Model) { self.model = model }

    static func graph(of model: Model) -> SystemGraph {
        var builder = GraphBuilder(model)
        builder.addMessages()
        builder.addWorkers()
        builder.addScaling()
        builder.addCapacity()
        return builder.finished()
    }

    // MARK: - Drafts

    /// Adds an object as a node, once; one that surely is not made is left out.
    mutating func add(_ id: ObjectID, as kind: GraphNodeKind) {
        guard kinds[id] == nil, model[id].existence.holds(in: .open) != false else { return }
        kinds[id] = kind
        let object = model[id]
        drafts[GraphKey(kind: kind, id: id)] = Draft(
            kind: kind, name: object.name, facts: GraphFacts(model: model).facts(of: id, as: kind),
            condition: object.existence, origin: object.origin)
    }

    func holds(_ id: ObjectID) -> Bool { kinds[id] != nil }

    /// Adds a link between two nodes, or more evidence for it.
    mutating func link(
        _ source: ObjectID, to target: ObjectID, _ relation: GraphRelation, when condition: Condition = .always,
        _ evidence: GraphEdge.Evidence, isPresumed: Bool = false
    ) {
        guard condition.holds(in: .open) != false else { return }
        let key = LinkKey(source: source, target: target, relation: relation)
        guard var link = links[key] else {
            links[key] = LinkDraft(condition: condition, evidence: [evidence], isPresumed: isPresumed)
            return
        }
        link.condition = link.condition.or(condition)
        link.isPresumed = link.isPresumed && isPresumed
        let isNew = !link.evidence.contains {
            $0.summary == evidence.summary && $0.origin.document.path == evidence.origin.document.path
                && $0.origin.span == evidence.origin.span
        }
        if isNew { link.evidence.append(evidence) }
        links[key] = link
    }

    /// Says that a node may be linked to something that is not known.
    mutating func doubt(_ id: ObjectID, _ subject: String, _ reasons: [Reason]) {
        guard !reasons.isEmpty else { return }
        var texts: [String] = []
        for reason in reasons where !texts.contains(reason.text) { texts.append(reason.text) }
        let doubt = Doubt(id: id, subject: subject, reasons: texts)
        if seenDoubts.insert(doubt).inserted { doubts.append(doubt) }
    }

    // MARK: - The graph

    private func finished() -> SystemGraph {
        let parts = connectedParts()
        var seen: [ObjectID: Int] = [:]
        let ordered = drafts.keys.sorted().filter { parts[$0.id] != nil }
        for key in ordered {
            guard let part = parts[key.id], seen[part] == nil else { continue }
            seen[part] = seen.count
        }
        let placed = ordered.map { key in (key: key, system: parts[key.id].flatMap { seen[$0] } ?? 0) }
            .enumerated().sorted { ($0.element.system, $0.offset) < ($1.element.system, $1.offset) }.map(\.element)
        var indices: [ObjectID: Int] = [:]
        var nodes: [GraphNode] = []
        for (key, system) in placed {
            guard let draft = drafts[key] else { continue }
            indices[key.id] = nodes.count
            nodes.append(
                GraphNode(
                    index: nodes.count, kind: draft.kind, name: draft.name, facts: draft.facts,
                    condition: draft.condition.phrase, origin: draft.origin, system: system))
        }
        return SystemGraph(nodes: nodes, edges: edges(indices), unknowns: unknowns(indices))
    }

    private func edges(_ indices: [ObjectID: Int]) -> [GraphEdge] {
        links.compactMap { key, link -> GraphEdge? in
            guard let source = indices[key.source], let target = indices[key.target] else { return nil }
            return GraphEdge(
                from: source, to: target, key.relation, condition: link.condition.phrase, evidence: link.evidence,
                isPresumed: link.isPresumed)
        }.sorted { ($0.source, $0.relation.order, $0.target) < ($1.source, $1.relation.order, $1.target) }
    }

    /// Doubts of one node for the same reasons are said once.
    private func unknowns(_ indices: [ObjectID: Int]) -> [GraphUnknown] {
        var order: [Doubt] = []
        var subjects: [Doubt: [String]] = [:]
        for doubt in doubts where indices[doubt.id] != nil {
            let key = Doubt(id: doubt.id, subject: "", reasons: doubt.reasons)
            if subjects[key] == nil { order.append(key) }
            subjects[key, default: []].append(doubt.subject)
        }
        let merged = order.compactMap { key in
            indices[key.id].map {
                GraphUnknown(node: $0, (subjects[key] ?? []).joined(separator: ", "), reasons: key.reasons)
            }
        }
        return merged.enumerated().sorted { ($0.element.node, $0.offset) < ($1.element.node, $1.offset) }.map(\.element)
    }

    /// The part of each node, by the first of its nodes; parts without a queue, a worker or capacity are left out.
    private func connectedParts() -> [ObjectID: ObjectID] {
        var neighbours: [ObjectID: [ObjectID]] = [:]
        for key in links.keys {
            neighbours[key.source, default: []].append(key.target)
            neighbours[key.target, default: []].append(key.source)
        }
        var parts: [ObjectID: ObjectID] = [:]
        for first in drafts.keys.sorted() where first.kind.isCore && parts[first.id] == nil {
            var waiting = [first.id]
            while let id = waiting.popLast() {
                guard parts[id] == nil, kinds[id] != nil else { continue }
                parts[id] = first.id
                waiting += neighbours[id] ?? []
            }
        }
        return parts
    }
}

extension GraphNodeKind {
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension GraphRelation {
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension SystemGraph {
    /// The graph of a model.
    package init(_ model: Model) { self = GraphBuilder.graph(of: model) }
}
