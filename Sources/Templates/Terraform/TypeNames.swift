import Evaluation
import YAMLBridge

/// The names of resources, made from their types. Neighbours mostly are of one type, so that the last one is kept.
struct TypeNames {
    private(set) var type = ""
    private var managed = "."
    private var data = "data.."

    /// Reads the type of the resources to come.
    ///
    /// - Returns: whether it is another one than before.
    @discardableResult
    mutating func read(_ node: Node?) -> Bool {
        guard let node else { return set("") }
        return node.hasText(type) ? false : set(node.text)
    }

    private mutating func set(_ type: String) -> Bool {
        guard type != self.type else { return false }
        self.type = type
        managed = "\(type)."
        data = "data.\(type)."
        return true
    }

    /// `aws_sqs_queue.q`, `data.aws_iam_policy_document.d`.
    func name(_ label: Node?, isData: Bool) -> String {
        let beginning = isData ? data : managed
        return label?.text(behind: beginning) ?? beginning
    }
}
