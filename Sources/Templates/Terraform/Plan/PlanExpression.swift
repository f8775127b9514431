import Evaluation
import YAMLBridge

/// An expression of a plan's `configuration`: `{"constant_value": ...}` or `{"references": [...]}`.
///
/// Source: https://developer.hashicorp.com/terraform/internals/json-format, "Expression Representation".
struct PlanExpression {
    let node: Node

    /// `nil` for the expressions of a nested block, which stand in a map by attribute.
    init?(_ node: Node) {
        guard node.kind == .mapping, node.count <= 2 else { return nil }
        let isExpression = node.entries.allSatisfy { entry in
            entry.key.text == "constant_value" || entry.key.text == "references" && entry.value.kind == .sequence
        }
        guard isExpression else { return nil }
        self.node = node
    }

    /// True for a literal `null`, which stands for an attribute that is not written.
    var isNull: Bool { node["constant_value"]?.isNull == true }

    var constant: Node? { node["constant_value"] }

    /// What the expression is made of, each once, in the order of the text.
    ///
    /// Plans list a reference and behind it everything that it starts with: `a.b[0].arn`, `a.b[0]`, `a.b`. Only the first
    /// of such a group is kept.
    var references: [TerraformReference] {
        var found: [TerraformReference] = []
        var last = ""
        for node in node["references"]?.elements ?? [] {
            let text = node.text
            let isBeginning =
                last.utf8.count > text.utf8.count && last.hasPrefix(text)
                && [UInt8(ascii: "."), UInt8(ascii: "[")].contains(last.utf8.dropFirst(text.utf8.count).first)
            last = text
            guard !isBeginning else { continue }
            let reference = TerraformReference(text)
            if !found.contains(reference) { found.append(reference) }
        }
        return found
    }
}
