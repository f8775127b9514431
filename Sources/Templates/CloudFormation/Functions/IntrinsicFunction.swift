import Evaluation
import YAMLBridge

/// A use of an intrinsic function, in long or short form.
struct IntrinsicFunction: Sendable {
    /// The long form's name: `Ref`, `Condition`, `Fn::GetAtt`.
    let name: String
    /// The argument; in the short form the tagged node itself.
    let argument: Node
    /// Whether `argument` carries the function's own tag, which is then not to be read again.
    let isShortForm: Bool

    /// Functions that take a value's place, in their long form.
    private static let names: Set<String> = [
        "Ref", "Fn::GetAtt", "Fn::Sub", "Fn::ImportValue", "Fn::GetStackOutput", "Fn::Join", "Fn::Select", "Fn::Split", "Fn::If",
        "Fn::FindInMap", "Fn::Base64", "Fn::GetAZs", "Fn::Cidr", "Fn::Length", "Fn::ToJsonString", "Fn::And", "Fn::Or",
        "Fn::Not", "Fn::Equals",
    ]

    /// Whether a key is the name of a function that takes a value's place.
    static func isName(_ key: String) -> Bool { names.contains(key) }

    /// The function that a node calls; `nil` when it calls none.
    init?(_ node: Node, ignoringTag: Bool = false) {
        if !ignoringTag, let tag = node.tag, tag.hasPrefix("!"), tag != "!" {
            let short = String(tag.dropFirst())
            name = short == "Ref" || short == "Condition" ? short : "Fn::\(short)"
            argument = node
            isShortForm = true
            return
        }
        guard node.kind == .mapping, node.count == 1, let entry = node.entries.first else { return nil }
        let key = entry.key.text
        guard key == "Ref" || key.hasPrefix("Fn::") || key == "Condition" && entry.value.kind == .scalar else { return nil }
        name = key
        argument = entry.value
        isShortForm = false
    }
}
