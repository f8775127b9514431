import Evaluation
import YAMLBridge

/// What may be said of a value that Terraform marks as sensitive: that it is there, and the structure of a JSON text.
///
/// Texts and numbers are unknown, so that no message can hold one.
enum SensitiveValue {
    private static let reason = Reason("its value is sensitive")

    static func hidden(at origin: Origin) -> Value { .unknown(reason, origin: origin) }

    /// Whether a value is unknown because nobody may see it.
    static func isHidden(_ value: Value) -> Bool {
        if case .unknown(let reasons, _) = value.content { reasons.contains(reason) } else { false }
    }

    static func value(_ node: Node?, at origin: Origin) -> Value {
        guard let node, !node.isNull else { return Value(.absent, origin: origin) }
        if node.kind == .scalar {
            let whole = Value(.scalar(.init(node.text, isQuoted: node.style == .doubleQuoted)), origin: origin)
            return hiding(whole.unwrappedJSON)
        }
        return .unknown(reason, origin: origin)
    }

    /// The same structure with every text and number unknown.
    static func hiding(_ value: Value) -> Value {
        switch value.content {
        case .scalar(let scalar):
            if !scalar.isQuoted, ["true", "false"].contains(scalar.text) { return value }
            if scalar.isQuoted, scalar.text.isEmpty { return Value(.absent, origin: value.origin) }
            return .unknown(reason, origin: value.origin)
        case .list(let elements, let open): return Value(.list(elements.map(hiding), open: open), origin: value.origin)
        case .map(let members, _):
            return Value(.map(members.map { .init(key: $0.key, value: hiding($0.value)) }), origin: value.origin)
        case .absent, .unknown, .reference, .external: return value
        case .text, .choice: return .unknown(reason, origin: value.origin)
        }
    }

    private static let truth = ScalarSearch(["true"])

    /// Whether a tree of marks, as `sensitive_values` is one, marks anything.
    static func isMarked(_ marks: Node?) -> Bool {
        guard let marks, truth.mayFind(in: marks) else { return false }
        var pending = [marks]
        while let node = pending.popLast() {
            switch node.kind {
            case .scalar: if node.isTrue { return true }
            case .sequence: pending += node.elements
            case .mapping: pending += node.entries.map(\.value)
            }
        }
        return false
    }
}
