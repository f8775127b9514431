/// A template as lines, into which fragments of others are put by their keys.
struct AdviceStack {
    private var lines: [Substring]

    init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

    var text: String { lines.joined(separator: "\n") }

    /// Resources that a fragment's keys are looked for in, first to last.
    private static let places = [
        "Range", "Backlog", "ScaleOut", "Deep", "Hosts", "Template", "Capacity", "Worker", "Task", "Jobs", "Failed", "Late",
    ]

    /// Puts a fragment in: a resource beside the others, another key in the place of its like.
    ///
    /// - Returns: false where a key has no place.
    mutating func take(_ fragment: String) -> Bool {
        let blocks = Self.blocks(fragment.split(separator: "\n", omittingEmptySubsequences: true), indent: 0)
        guard !blocks.isEmpty else { return false }
        for block in blocks {
            if block.contains(where: { $0.contains("Type: AWS::") }) {
                if let key = Self.key(of: block[0]) { remove(String(key)) }
                lines += block.map { Substring("  " + $0) }
            } else if !replace(block) {
                return false
            }
        }
        return true
    }

    /// Removes a resource.
    mutating func remove(_ resource: String) {
        if let range = range(of: resource) { lines.removeSubrange(range) }
    }

    private func range(of resource: String) -> Range<Int>? {
        guard let start = lines.firstIndex(where: { $0.hasPrefix("  \(resource):") }) else { return nil }
        let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix("   ") } ?? lines.endIndex
        return start..<end
    }

    private mutating func replace(_ block: [Substring]) -> Bool {
        guard let key = Self.key(of: block[0]) else { return false }
        for place in Self.places {
            guard let range = range(of: place),
                let start = lines[range].firstIndex(where: { $0.drop { " -".contains($0) }.hasPrefix("\(key):") })
            else { continue }
            let lead = lines[start].prefix { " -".contains($0) }
            let end = lines[(start + 1)..<range.upperBound].firstIndex { Self.indent(of: $0) <= lead.count } ?? range.upperBound
            let rest = block.dropFirst().map { Substring(String(repeating: " ", count: lead.count) + $0) }
            lines.replaceSubrange(start..<end, with: [Substring(String(lead) + block[0])] + rest)
            return true
        }
        return false
    }

    /// The entries of a mapping, each with the lines below it.
    private static func blocks(_ lines: [Substring], indent: Int) -> [[Substring]] {
        var blocks: [[Substring]] = []
        for line in lines where !line.drop(while: { $0 == " " }).hasPrefix("#") {
            if Self.indent(of: line) == indent {
                blocks.append([line])
            } else if let last = blocks.indices.last {
                blocks[last].append(line)
            }
        }
        return blocks
    }

    private static func indent(of line: Substring) -> Int { line.prefix { $0 == " " }.count }

    private static func key(of line: Substring) -> Substring? {
        line.firstIndex(of: ":").map { line[..<$0] }
    }
}
