import Text
import YAMLBridge

/// Reads typed values from a document and collects a located diagnostic for each that has the wrong shape.
struct NodeReader {
    /// A whole number or decimal of at most this size is far beyond anything that a configuration means.
    static let largestNumber = 1_000_000_000_000.0

    let document: Document
    /// The diagnostics' code.
    let code: String
    private var found: [Diagnostic] = []
    /// In the order of the text.
    var diagnostics: [Diagnostic] {
        let order = found.enumerated().sorted { left, right in
            let starts = (left.element.span?.start, right.element.span?.start)
            guard let first = starts.0, let second = starts.1, first != second else { return left.offset < right.offset }
            return first < second
        }
        return order.map(\.element)
    }

    init(document: Document, code: String) {
        self.document = document
        self.code = code
    }

    mutating func report(_ message: String, help: String? = nil, at node: Node) {
        report(message, help: help, at: node.span)
    }

    mutating func report(_ message: String, help: String? = nil, at span: SourceSpan) {
        found.append(Diagnostic(code: code, message: message, help: help, file: document.path, span: span))
    }

    /// The entries of a mapping whose keys are all among `known`; the others are reported.
    mutating func entries(of node: Node, known: [String], in place: String) -> [Node.Entry] {
        guard let entries = entries(of: node, in: place) else { return [] }
        return entries.filter { entry in
            if known.contains(entry.key.text) { return true }
            report(
                "\(place) has no key '\(entry.key.text)'",
                help: NearestName.question(for: entry.key.text, among: known)
                    ?? "Known keys: \(known.joined(separator: ", ")).",
                at: entry.key)
            return false
        }
    }

    /// The entries of a mapping, of each key one; nothing for an empty value.
    mutating func entries(of node: Node, in place: String) -> [Node.Entry]? {
        if node.isNull { return [] }
        guard node.kind == .mapping else {
            report("\(place) must be a mapping of keys to values", at: node)
            return nil
        }
        var seen: Set<String> = []
        return node.entries.filter { entry in
            guard entry.key.kind == .scalar else {
                report("a key of \(place) must be plain text", at: entry.key)
                return false
            }
            if seen.insert(entry.key.text).inserted { return true }
            report("'\(entry.key.text)' stands twice in \(place)", help: "Keep one of them.", at: entry.key)
            return false
        }
    }

    mutating func text(_ node: Node, _ name: String) -> String? {
        guard node.kind == .scalar, !node.isNull, !node.text.isEmpty else {
            report("\(name) must be text", at: node)
            return nil
        }
        return node.text
    }

    /// A list of texts; a single text is a list of one.
    mutating func texts(_ node: Node, _ name: String) -> [Node]? {
        if node.isNull { return [] }
        let elements = node.kind == .scalar ? [node] : node.elements
        guard node.kind != .mapping, elements.allSatisfy({ $0.kind == .scalar && !$0.isNull && !$0.text.isEmpty }) else {
            report("\(name) must be a list of texts", help: "Write it as `\(name): [one, two]`.", at: node)
            return nil
        }
        return elements
    }

    mutating func flag(_ node: Node, _ name: String) -> Bool? {
        if node.kind == .scalar, node.style == .plain {
            if node.text == "true" { return true }
            if node.text == "false" { return false }
        }
        report("\(name) must be true or false", at: node)
        return nil
    }

    /// A decimal number of at least `minimum`.
    mutating func number(_ node: Node, _ name: String, minimum: Double = 0) -> Double? {
        let isPlain = node.kind == .scalar && node.text.utf8.allSatisfy { "0123456789.-+eE".utf8.contains($0) }
        guard isPlain, let value = Double(node.text), value.isFinite else {
            report("\(name) must be a number", at: node)
            return nil
        }
        guard value >= minimum, value <= Self.largestNumber else {
            let bound = value < minimum ? "at least \(Int64(minimum))" : "at most \(Int64(Self.largestNumber))"
            report("\(name) must be \(bound), not \(node.text)", at: node)
            return nil
        }
        return value
    }

    /// A whole number in `range`.
    mutating func integer(_ node: Node, _ name: String, in range: ClosedRange<Int64>) -> Int64? {
        guard node.kind == .scalar, let value = Int64(node.text) else {
            report("\(name) must be a whole number", at: node)
            return nil
        }
        guard range.contains(value) else {
            let bounds = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
            report("\(name) must be \(bounds), not \(value)", at: node)
            return nil
        }
        return value
    }

    /// One of the words of an enumeration.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: Node, _ name: String, as type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        if node.kind == .scalar, let choice = Choice(rawValue: node.text) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        let given = node.kind == .scalar ? ", not '\(node.text)'" : ""
        report(
            "\(name) must be one of \(words.joined(separator: ", "))\(given)",
            help: node.kind == .scalar ? NearestName.question(for: node.text, among: words) : nil, at: node)
        return nil
    }
}
