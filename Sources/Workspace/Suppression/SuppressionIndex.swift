import Rules
import YAMLBridge

/// Suppressions by the rules that they name and by where they are, so that a finding is held against a few of many.
struct SuppressionIndex {
    private struct Key: Hashable {
        let selector: String
        /// The file of a stretch or a resource.
        let file: String
        var resource: String?
    }

    private var stretches: [Key: StretchTree] = [:]
    private var resources: [Key: [Int]] = [:]
    private var patterns: [String: [Int]] = [:]
    private let suppressions: [Suppression]

    init(_ suppressions: [Suppression]) {
        self.suppressions = suppressions
        var regions: [Key: [(SourceSpan, Int)]] = [:]
        for (number, suppression) in suppressions.enumerated() {
            for selector in Set(suppression.rules.map(\.text)) {
                switch suppression.scope {
                case .region(let file, let span): regions[Key(selector: selector, file: file), default: []].append((span, number))
                case .resource(let file, let name):
                    resources[Key(selector: selector, file: file, resource: name), default: []].append(number)
                case .pattern: patterns[selector, default: []].append(number)
                }
            }
        }
        stretches = regions.mapValues(StretchTree.init)
    }

    /// The places, among the suppressions, of those that mean a finding, in their order.
    func numbers(meaning finding: Finding) -> [Int] {
        var numbers: Set<Int> = []
        let location = finding.location
        for selector in Suppression.Selector.texts(fitting: finding.rule, name: finding.name) {
            stretches[Key(selector: selector, file: location.file)]?.forEach(around: location.span.start) { numbers.insert($0) }
            numbers.formUnion(resources[Key(selector: selector, file: location.file, resource: location.resource)] ?? [])
            numbers.formUnion((patterns[selector] ?? []).filter { suppressions[$0].scope.contains(location) })
        }
        return numbers.sorted()
    }
}

/// Stretches of a text that may overlap: those around a place are found without a look at the others.
private struct StretchTree {
    /// By where they start.
    private let stretches: [(span: SourceSpan, number: Int)]
    /// A heap: the latest end of the stretches below each node. The leaves stand from `leaves` on.
    private let ends: [SourcePosition?]
    private let leaves: Int

    init(_ stretches: [(span: SourceSpan, number: Int)]) {
        self.stretches = stretches.sorted { $0.span.start < $1.span.start }
        var leaves = 1
        while leaves < stretches.count { leaves *= 2 }
        self.leaves = leaves
        var ends = [SourcePosition?](repeating: nil, count: 2 * leaves)
        for (place, stretch) in self.stretches.enumerated() { ends[leaves + place] = stretch.span.end }
        for node in (1..<leaves).reversed() {
            let (left, right) = (ends[2 * node], ends[2 * node + 1])
            ends[node] = left.map { left in right.map { max(left, $0) } ?? left } ?? right
        }
        self.ends = ends
    }

    /// Calls `body` with the numbers of the stretches that hold a place.
    func forEach(around place: SourcePosition, _ body: (Int) -> Void) {
        var pending = [1]
        while let node = pending.popLast() {
            guard let end = ends[node], place < end else { continue }
            // The leftmost leaf below starts first.
            var first = node
            while first < leaves { first *= 2 }
            guard stretches[first - leaves].span.start <= place else { continue }
            if node >= leaves { body(stretches[node - leaves].number) } else { pending += [2 * node + 1, 2 * node] }
        }
    }
}
