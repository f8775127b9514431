import Evaluation
import YAMLBridge

/// The keys that stand twice in a mapping.
struct DuplicateKeys: StackPart {
    unowned let stack: StackEvaluator

    /// Reports the keys that stand twice in the template and in the files that it includes; CloudFormation takes the last.
    func report() {
        let included = stack.includes.documents.filter { $0.key != template.document.path }.sorted { $0.key < $1.key }
        for document in [template.document] + included.map(\.value) { report(in: document) }
    }

    private func report(in document: Document) {
        guard let root = document.root else { return }
        let warnings = document.warnings.filter { $0.code == .duplicateKey }
        let places = deepestEntries(at: Set(warnings.map(\.span.start)).sorted(), in: root)
        for warning in warnings {
            guard let place = places[warning.span.start] else { continue }
            stack.log.add(
                TemplateProblem(
                    code: .duplicateKey, message: warning.message,
                    help: warning.help ?? "Remove one of the two; CloudFormation takes the last.", origin: place,
                    related: warning.related))
        }
    }

    /// Places that are looked for in a node.
    private struct Search {
        let node: Node
        let origin: Origin
        /// In ascending order.
        let positions: [SourcePosition]
    }

    /// The origins of the keys that start at some positions, for the report's resource and path: in one walk for all, since
    /// there may be a thousand in a mapping of very many.
    ///
    /// - Parameter positions: in ascending order.
    private func deepestEntries(at positions: [SourcePosition], in root: Node) -> [SourcePosition: Origin] {
        var places: [SourcePosition: Origin] = [:]
        let origin = Origin(node: root, key: nil, parent: nil, component: nil, resource: nil)
        var pending = [Search(node: root, origin: origin, positions: positions)]
        while let search = pending.popLast() {
            if search.node.kind == .sequence {
                let elements = search.node.elements
                for (index, positions) in Self.split(search.positions, by: elements.map(\.span.start)) {
                    guard let index else {
                        for position in positions { places[position] = search.origin }
                        continue
                    }
                    let element = elements[index]
                    let inner = search.origin.child(.index(index), node: element, key: nil)
                    pending.append(Search(node: element, origin: inner, positions: positions))
                }
                continue
            }
            let entries = search.node.entries
            for (index, positions) in Self.split(search.positions, by: entries.map(\.key.span.start)) {
                let entry = index.map { entries[$0] }
                let inner = entry.map { self.origin(of: $0, in: search.origin) } ?? search.origin
                let start = entry?.key.span.start
                for position in positions where start == nil || position == start { places[position] = inner }
                let deeper = positions.filter { $0 != start }
                guard let entry, !deeper.isEmpty else { continue }
                pending.append(Search(node: entry.value, origin: inner, positions: deeper))
            }
        }
        return places
    }

    /// The origin of an entry: a resource's is its own.
    private func origin(of entry: Node.Entry, in outer: Origin) -> Origin {
        let isResource =
            outer.component == .key("Resources") && outer.resource == nil && outer.parent?.component == nil
        return isResource
            ? resourceOrigin(SectionEntry(name: entry.key.text, entry: entry, loops: .none))
            : outer.child(.key(entry.key.text), node: entry.value, key: entry.key)
    }

    /// Positions by the last of some starts that is not behind them; `nil` for those before all.
    private static func split(
        _ positions: [SourcePosition], by starts: [SourcePosition]
    ) -> [(index: Int?, positions: [SourcePosition])] {
        // An alias stands where its anchor does, so the starts need not ascend.
        let order = starts.indices.sorted { starts[$0] < starts[$1] }
        var result: [(index: Int?, positions: [SourcePosition])] = []
        var next = 0
        var last: Int?
        for position in positions {
            while next < order.count, starts[order[next]] <= position {
                last = max(last ?? 0, order[next])
                next += 1
            }
            if let group = result.last, group.index == last {
                result[result.count - 1].positions.append(position)
            } else {
                result.append((last, [position]))
            }
        }
        return result
    }
}
