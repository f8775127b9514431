import Evaluation
import Text
import YAMLBridge

/// What Terraform refuses of a `.tf` file before it evaluates anything: arguments that stand twice or outside of a block, blocks
/// with too few or too many labels, misspelt block types, and expressions in blocks that are evaluated nowhere else.
///
/// Sources: https://github.com/hashicorp/terraform/blob/main/internal/configs/parser_config.go (`configFileSchema`), and
/// https://github.com/hashicorp/hcl/blob/main/hclsyntax/parser.go ("Attribute redefined").
struct NativeSyntax {
    let document: Document

    /// How many labels a block has.
    private static let labels: [String: Int] = [
        "check": 1, "data": 2, "ephemeral": 2, "import": 0, "locals": 0, "module": 1, "moved": 0, "output": 1, "provider": 1,
        "removed": 0, "resource": 2, "terraform": 0, "variable": 1,
    ]
    /// Blocks whose expressions nothing else looks at.
    private static let unread: Set<String> = ["check", "ephemeral", "import", "moved", "removed", "terraform"]

    /// In the order of the text; none for a file in JSON, which has no such syntax.
    var problems: [TemplateProblem] {
        guard let root = document.root, root.kind == .mapping, !root.holdsTemplates else { return [] }
        var problems: [TemplateProblem] = []
        for entry in root.entries {
            let type = entry.key.text
            guard entry.value.kind == .mapping else {
                problems.append(
                    problem(
                        "argument '\(type)' stands outside of a block",
                        "Move it into a block, or into a .tfvars file when it gives a variable its value.", at: entry.key))
                continue
            }
            let block = Self.block(entry.value)
            if let problem = labelProblem(of: entry.key, block.labels) { problems.append(problem) }
            check(block.body, isUnread: Self.unread.contains(type), &problems)
            if type == "variable", let value = block.body["default"] { parse(value, &problems) }
        }
        return problems
    }

    // MARK: - Labels

    private static func block(_ node: Node) -> (labels: [Node], body: Node) {
        var labels: [Node] = []
        var body = node
        // A label is a mapping that begins with its only key; a body begins with a brace.
        while body.entries.count == 1, let entry = body.entries.first,
            entry.key.byteRange.lowerBound == body.byteRange.lowerBound
        {
            labels.append(entry.key)
            body = entry.value
        }
        return (labels, body)
    }

    private func labelProblem(of type: Node, _ labels: [Node]) -> TemplateProblem? {
        guard let wanted = Self.labels[type.text] else {
            // Later versions of Terraform have more types than this one knows.
            return NearestName.question(for: type.text, among: Array(Self.labels.keys)).map { question in
                problem("there is no block of type '\(type.text)'", "\(question) Terraform refuses it.", at: type)
            }
        }
        guard labels.count != wanted else { return nil }
        let form = ["\(type.text) {", "\(type.text) \"NAME\" {", "\(type.text) \"TYPE\" \"NAME\" {"][wanted]
        let count = ["no label", "one label", "two labels"][wanted]
        return problem(
            "a block '\(type.text)' has \(count), not \(labels.count)", "Write it as `\(form)`; Terraform refuses it.",
            at: labels.last ?? type)
    }

    // MARK: - Bodies

    private func check(_ body: Node, isUnread: Bool, _ problems: inout [TemplateProblem]) {
        var pending = [body]
        while let body = pending.popLast() {
            var first: [String: Node] = [:]
            for entry in body.entries {
                guard entry.value.kind == .scalar else {
                    pending.append(Self.block(entry.value).body)
                    continue
                }
                if isUnread { parse(entry.value, &problems) }
                if let known = first[entry.key.text] {
                    problems.append(
                        problem(
                            "argument '\(entry.key.text)' stands twice in this block",
                            "Remove one of the two; Terraform refuses them.",
                            at: entry.key, first: known))
                } else {
                    first[entry.key.text] = entry.key
                }
            }
        }
    }

    private func parse(_ value: Node, _ problems: inout [TemplateProblem]) {
        guard value.kind == .scalar else { return }
        do throws(ExpressionError) {
            _ = try ExpressionParser.expression(value.text)
        } catch {
            guard !error.isOfLimits else { return }
            let origin = Origin(node: value, key: nil, parent: nil, component: nil, resource: nil)
            problems.append(
                TemplateProblem(
                    code: .malformedFunction, message: error.message, help: error.help,
                    origin: origin.narrowed(to: error.range, of: value)))
        }
    }

    private func problem(_ message: String, _ help: String, at node: Node, first: Node? = nil) -> TemplateProblem {
        TemplateProblem(
            code: .malformedFunction, message: message, help: help,
            origin: Origin(node: node, key: nil, parent: nil, component: nil, resource: nil),
            related: first.map { [.init(message: "the first stands here", span: $0.span)] } ?? [])
    }
}
