import Evaluation

/// Modules that are given an ARN or a URL take the name out of it: `element(split(":", var.queue_arn), 5)`,
/// `basename(var.queue_url)`. Both are not known before apply, but how they are built is.
extension FunctionTable {
    /// The pieces of a text of identifiers; `nil` for anything else.
    static func identifierPieces(of value: Value, separator: String, _ call: FunctionArguments) -> [Value]? {
        switch value.content {
        case .reference, .text: break
        default: return nil
        }
        let pieces = AddressPieces(facts: call.facts, type: { ResourceAddress($0.logicalID).type }, origin: call.origin)
            .pieces(of: value, separator: separator)
        return pieces.map { $0.map { call.work.joined($0, at: call.origin) } }
    }
}
