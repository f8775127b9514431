import Evaluation

extension FunctionTable {
    static let conversions: [(name: String, function: Function)] = [
        function("tostring", 1...1, reading: .outermost) { (call) throws(ExpressionFailure) in
            switch call[0].content {
            case .scalar: return call[0].convertedText.map { call.text($0) } ?? call.unknown()
            case .list, .map:
                guard call[0].isJSONText else { throw ExpressionFailure("tostring takes no list and no map") }
                return call.work.joined(try call[0].stringParts, at: call.origin)
            default: return open(call, as: .text)
            }
        },
        function("tonumber", 1...1) { (call) throws(ExpressionFailure) in
            guard case .scalar = call[0].content else { return try openOrNull(call, as: .number) }
            return call.number(try call.number(at: 0))
        },
        function("tobool", 1...1) { (call) throws(ExpressionFailure) in
            guard case .scalar(let scalar) = call[0].content else { return try openOrNull(call, as: .truth) }
            guard let truth = call[0].convertedTruth else {
                throw ExpressionFailure("'\(scalar.text.prefix(40))' is not a truth value")
            }
            return call.truth(truth)
        },
        function("tolist", 1...1) { (call) throws(ExpressionFailure) in
            switch call[0].content {
            case .scalar, .map, .text: throw ExpressionFailure("tolist takes a list or a set")
            case .list(let elements, let open): return call.list(try Value.unifiedElements(elements), open: open)
            default: return open(call, as: nil)
            }
        },
        function("tomap", 1...1) { (call) throws(ExpressionFailure) in
            switch call[0].content {
            case .scalar, .list, .text: throw ExpressionFailure("tomap takes a map or an object")
            case .map(let members, let open):
                let values = try Value.unifiedElements(members.map(\.value))
                let converted = zip(members, values).map { Value.Member(key: $0.key, value: $1) }
                return Value(.map(converted, open: open), origin: call.origin)
            default: return open(call, as: nil)
            }
        },
        function("sensitive", 1...1) { $0[0].hidden(Reason("the value is sensitive")) },
        function("nonsensitive", 1...1, reading: .outermost) { $0[0] },
    ]

    private static func openOrNull(_ call: FunctionArguments, as shape: ValueShape) throws(ExpressionFailure) -> Value {
        switch call[0].content {
        case .list, .map: throw ExpressionFailure("\(call.function) takes a single value")
        default: return open(call, as: shape)
        }
    }

    /// What is not known as another type. It is the same thing only where it has that type already; what identifies a
    /// resource stays the reference that it is.
    private static func open(_ call: FunctionArguments, as shape: ValueShape?) -> Value {
        guard case .unknown(let reasons, _) = call[0].content, shape == nil || reasons.first?.shape != shape else {
            return call[0]
        }
        return call.unknown()
    }
}

extension Value {
    /// The value without its texts, which nobody may see; numbers and truth values stay.
    func hidden(_ reason: Reason) -> Value {
        switch content {
        case .scalar(let scalar):
            return scalar.isQuoted ? .unknown(reason, origin: origin) : self
        case .text: return .unknown(madeOf: [self], reason, origin: origin)
        case .list(let elements, let open):
            return Value(.list(elements.map { $0.hidden(reason) }, open: open), origin: origin)
        case .map(let members, _):
            return Value(.map(members.map { Member(key: $0.key, value: $0.value.hidden(reason)) }), origin: origin)
        case .choice(let condition, let yes, let no):
            return Value.choice(condition, yes.hidden(reason), no.hidden(reason), origin: origin)
        case .reference, .external, .absent, .unknown: return self
        }
    }
}
