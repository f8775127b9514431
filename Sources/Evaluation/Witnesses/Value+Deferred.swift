/// Values that are worked out once their parts are known.
extension Value {
    /// What an operation gave for values of which some are open: the result itself, or an unknown one that knows how it comes
    /// about.
    ///
    /// - Parameters:
    ///   - operation: what was done; doing it again on known values must give the known result.
    ///   - values: what it was done to.
    package func deferred(_ operation: @autoclosure () -> Operation, on values: [Value]) -> Value {
        guard case .unknown(let reasons, let mayBeAbsent) = content,
            !reasons.contains(where: { $0.term != nil }) || reasons.count > 1,
            values.contains(where: { !$0.isWhollyKnown })
        else { return self }
        let reason = Reason("it is not known", term: .call(operation(), values), causes: reasons)
        return Value(.unknown([reason], mayBeAbsent: mayBeAbsent), origin: origin, steps: steps, mentions: mentions)
    }

    /// A value where the deployment would stop: nothing that a template makes has it.
    package static func failure(_ message: String, origin: Origin) -> Value {
        Value(.unknown([Reason(failure: message)], mayBeAbsent: true), origin: origin)
    }

    /// Whether two texts are equal, as CloudFormation compares them: without types.
    package static func equality(of value: Value, to other: Value) -> Value {
        let reason = Reason("it is not known", term: .call(.textEquality, [value, other]), causes: value.unknownReasons)
        return Value(.unknown([reason], mayBeAbsent: false), origin: value.origin)
    }

    /// The value that a question compares with a text.
    var comparedValue: Value? {
        guard case .unknown(let reasons, _) = content, case .call(_, let values)? = reasons.first?.term else { return nil }
        return values.first
    }
}

extension Operation {
    /// Compares texts without regard to how they are written, as CloudFormation does
    /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html).
    package static let textEquality = Operation("==", isComparison: true) { (values, site) throws(ExpressionFailure) in
        guard values.count == 2, let left = values[0].knownText, let right = values[1].knownText else {
            guard values.count == 2, values.contains(where: \.isAbsent) else {
                return .unknown(Reason("what is compared is not known"), origin: site.origin)
            }
            return .truth(values.allSatisfy(\.isAbsent), origin: site.origin)
        }
        return .truth(left == right, origin: site.origin)
    }
}
