import Evaluation
import YAMLBridge

/// Reads `ignore_changes` of a `lifecycle` block: names of attributes, which stand for themselves and are not evaluated.
///
/// Source: https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle, and Terraform's
/// `internal/configs/resource.go`: names in quotes, as Terraform before 0.12 wrote them, and `["*"]` for `all` are still taken.
enum IgnoredChanges {
    /// The word for every attribute.
    static let all = "all"

    /// The names as a list of texts, or `all` as a text.
    static func value(_ node: Node, at origin: Origin) -> Value {
        switch node.kind {
        case .scalar where node.isNull: Value(.absent, origin: origin)
        case .scalar where node.holdsTemplates: name(node.text, at: origin)
        case .scalar: names(in: node, at: origin)
        case .sequence, .mapping:
            Value(
                .list(
                    node.elements.enumerated().map { value($1, at: origin.child(.index($0), node: $1, key: nil)) }, open: []),
                origin: origin)
        }
    }

    /// `[desired_count, "task_definition"]` or `all` of Terraform's own language.
    private static func names(in node: Node, at origin: Origin) -> Value {
        guard let expression = try? ExpressionParser.expression(node.text) else { return .text(node.text, origin: origin) }
        let bytes = Array(node.text.utf8)
        guard case .tuple(let elements) = expression.form else { return name(text(of: expression, in: bytes), at: origin) }
        let names = elements.map { name(text(of: $0, in: bytes), at: origin.narrowed(to: $0.range, of: node)) }
        return Value(.list(names, open: []), origin: origin)
    }

    private static func name(_ text: String, at origin: Origin) -> Value {
        // Terraform 0.11 also took the sequence for the name.
        let bare = text.hasPrefix("${") && text.hasSuffix("}") ? String(text.dropFirst(2).dropLast()) : text
        return .text(bare == "*" ? all : bare, origin: origin)
    }

    /// A name as it is written, without quotes.
    private static func text(of expression: Expression, in bytes: [UInt8]) -> String {
        if case .template(let pieces) = expression.form {
            if pieces.count == 1, case .literal(let text)? = pieces.first { return text }
            if pieces.count == 1, case .interpolation(let inner)? = pieces.first { return text(of: inner, in: bytes) }
        }
        return String(decoding: bytes[expression.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}
