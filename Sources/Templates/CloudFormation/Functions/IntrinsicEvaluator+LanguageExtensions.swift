import Evaluation
import Text
import YAMLBridge

/// The functions that `AWS::LanguageExtensions` adds, beside its loops
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-languageextensions.html).
extension IntrinsicEvaluator {
    // MARK: - Fn::Length

    /// The number of a list's elements.
    func length(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        checkLanguageExtensions(function.name, at: origin)
        return evaluateArgument(function, at: origin).flatMap { list in
            switch list.content {
            case .list(let elements, let open) where open.isEmpty:
                let count = Value.settlingElements(elements, origin: origin) { elements in
                    Value(.scalar(.init(String(elements.count), isQuoted: false)), origin: origin, steps: list.steps)
                }
                return count ?? .unknown(list.elementReasons, at: origin)
            case .scalar, .map:
                reportShape(of: function, "a list", at: origin)
                return malformed(function, at: origin)
            default:
                let reasons = list.unknownReasons + [Reason("the list whose length is asked for is not known")]
                return .unknown(reasons, at: origin)
            }
        }
    }

    // MARK: - Fn::ToJsonString

    /// A list or map as JSON text, its unknown parts in their places.
    func jsonText(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        checkLanguageExtensions(function.name, at: origin)
        let value = evaluateArgument(function, at: origin)
        if case .scalar = value.content {
            reportShape(of: function, "a list or a map", at: origin)
            return malformed(function, at: origin)
        }
        return value.flatMap { value in
            guard !value.isAbsent, !value.isUnknownAsAWhole else {
                return .unknown(value.unknownReasons + [Reason("what Fn::ToJsonString writes is not known")], at: origin)
            }
            return json(value, at: origin)
        }
    }

    private func json(_ value: Value, at origin: Origin) -> Value {
        switch value.content {
        case .scalar(let scalar):
            let text = Self.isJSONWord(scalar) ? scalar.text : "\"\(JSONEscape.escaped(scalar.text))\""
            return joined([.literal(text)], at: origin)
        case .text(let parts):
            let inner = parts.map { part -> TextPart in
                if case .literal(let text) = part { .literal(JSONEscape.escaped(text)) } else { part }
            }
            return joined([.literal("\"")] + inner + [.literal("\"")], at: origin)
        case .reference, .external:
            return joined([.literal("\""), .value(value), .literal("\"")], at: origin)
        case .unknown:
            return joined([.value(value)], at: origin)
        case .absent:
            return joined([.literal("null")], at: origin)
        case .choice(let condition, let yes, let no):
            return Value.choice(condition, json(yes, at: origin), json(no, at: origin), origin: origin)
        case .list(let elements, let open):
            guard open.isEmpty else { return .unknown(open, at: origin) }
            let text = Value.settlingElements(elements, origin: origin) { elements in
                let parts = elements.map { json($0, at: origin).textParts }
                return joined([.literal("[")] + Array(parts.joined(separator: [.literal(",")])) + [.literal("]")], at: origin)
            }
            return text ?? .unknown(value.elementReasons, at: origin)
        case .map(let members, let open):
            guard open.isEmpty else { return .unknown(open, at: origin) }
            return jsonObject(members, at: origin)
        }
    }

    /// Members that hang on a condition are there or not, like the elements of a list.
    private func jsonObject(_ members: [Value.Member], at origin: Origin) -> Value {
        let texts = members.map { member in
            member.value.mapJSONMember { value in
                joined([.literal("\"\(JSONEscape.escaped(member.key))\":")] + json(value, at: origin).textParts, at: origin)
            }
        }
        let text = Value.settlingElements(texts, origin: origin) { texts in
            let parts = texts.map(\.textParts).joined(separator: [.literal(",")])
            return joined([.literal("{")] + Array(parts) + [.literal("}")], at: origin)
        }
        return text ?? .unknown(members.flatMap(\.value.unknownReasons), at: origin)
    }

    /// A plain number or truth value stays one.
    private static func isJSONWord(_ scalar: Value.Scalar) -> Bool {
        guard !scalar.isQuoted else { return false }
        if scalar.text == "true" || scalar.text == "false" { return true }
        var digits = Substring(scalar.text)
        if digits.first == "-" { digits.removeFirst() }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }) else {
            return false
        }
        return parts[0] == "0" || parts[0].first != "0"
    }
}

extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension Value {
    fileprivate var isUnknownAsAWhole: Bool {
        switch content {
        case .unknown, .reference, .external: true
        default: false
        }
    }

    /// Turns the value into a text, except where it is nothing.
    fileprivate func mapJSONMember(_ transform: (Value) -> Value) -> Value {
        switch content {
        case .absent: self
        case .choice(let condition, let yes, let no):
            Value(.choice(condition, yes.mapJSONMember(transform), no.mapJSONMember(transform)), origin: origin)
        default: transform(self)
        }
    }
}
