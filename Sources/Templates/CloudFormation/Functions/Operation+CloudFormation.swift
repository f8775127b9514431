import Evaluation
import Text

/// What CloudFormation's functions do to values that are known; what is open stays open.
///
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
extension Operation {
    /// `Fn::Join` of one list.
    static func join(_ delimiter: String) -> Operation {
        Operation("Fn::Join '\(delimiter)'") { (values, site) throws(ExpressionFailure) in
            guard let list = values.first, case .list(let elements, []) = list.content else { return open(at: site) }
            let texts = elements.filter { !$0.isAbsent }.map(\.knownText)
            guard !texts.contains(nil) else { return open(at: site) }
            return .text(texts.compactMap { $0 }.joined(separator: delimiter), origin: site.origin)
        }
    }

    /// `Fn::Select` of an index and a list.
    static let select = Operation("Fn::Select") { (values, site) throws(ExpressionFailure) in
        guard values.count == 2, let text = values[0].knownText, case .list(let elements, []) = values[1].content else {
            return open(at: site)
        }
        guard let position = Int(text), elements.indices.contains(position) else {
            throw ExpressionFailure("Fn::Select asks for element \(text.prefix(40)) of \(elements.count)")
        }
        return elements[position]
    }

    /// `Fn::Split` of one text.
    static func split(_ delimiter: String) -> Operation {
        Operation("Fn::Split '\(delimiter)'") { (values, site) throws(ExpressionFailure) in
            guard let text = values.first?.knownText else { return open(at: site) }
            let pieces = text.pieces(separatedBy: delimiter)
            return Value(.list(pieces.map { .text($0, origin: site.origin) }, open: []), origin: site.origin)
        }
    }

    /// `Fn::FindInMap` of a key that is not known yet, of what each key gives, and of the default.
    static func find(_ description: String, isTotal: Bool) -> Operation {
        Operation("Fn::FindInMap \(description)") { (values, site) throws(ExpressionFailure) in
            guard values.count >= 2, let key = values[0].knownText, case .map(let members, []) = values[1].content else {
                return open(at: site)
            }
            if let member = members.last(where: { $0.key == key }) { return member.value }
            guard isTotal, let fallback = values.last else {
                throw ExpressionFailure("\(description) has no '\(key.prefix(40))'")
            }
            return fallback
        }
    }

    private static func open(at site: OperationSite) -> Value { .unknown(Reason("it is not known"), origin: site.origin) }
}
