import Evaluation
import YAMLBridge

/// Whether a property is encoded in base64 by what the template writes: its value alone does not tell, since it stands for
/// the text that `Fn::Base64` encodes.
package enum EncodedText: Sendable, Hashable {
    /// `Fn::Base64` makes the property.
    case encoded
    /// Nothing in it encodes.
    case plain
    /// A part of it is encoded, or there is nothing to see.
    case unclear

    private static let deepest = 50

    /// - Parameters:
    ///   - resource: the resource's own origin.
    ///   - path: the keys from the resource to the property.
    package init(of resource: Origin, at path: [String]) {
        guard let node = path.reduce(Optional(resource.node), { $0?[$1] }) else {
            self = .unclear
            return
        }
        if Self.encodes(node) {
            self = .encoded
        } else {
            self = Self.mayEncode(node, depth: 0) ? .unclear : .plain
        }
    }

    private static func encodes(_ node: Node) -> Bool { IntrinsicFunction(node)?.name == "Fn::Base64" }

    /// Whether it is encoded somewhere below: in a side of a choice, in an argument of a macro.
    private static func mayEncode(_ node: Node, depth: Int) -> Bool {
        guard depth < deepest else { return true }
        if encodes(node) { return true }
        switch node.kind {
        case .mapping: return node.entries.contains { mayEncode($0.value, depth: depth + 1) }
        case .sequence: return node.elements.contains { mayEncode($0, depth: depth + 1) }
        case .scalar: return false
        }
    }
}

extension Origin {
    /// Whether an expression of Terraform stands here that is a text itself, or reads a file, and nothing that encodes it.
    package var isUnencodedText: Bool {
        let text = node.text
        guard text.ranges(of: "base64").isEmpty else { return false }
        return ["\"", "<<", "#!", "#cloud-config", "templatefile(", "file("].contains { text.hasPrefix($0) }
    }
}
