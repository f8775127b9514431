import Evaluation

/// The key, value and number of a copy whose block stands for all of them, because `count` or `for_each` is not known.
extension ModuleEvaluator {
    /// - Parameters:
    ///   - name: `each.key`, `each.value` or `count.index`.
    ///   - source: identifies it.
    ///   - collection: what `for_each` or `count` gives.
    /// - Returns: `nil` for every other name.
    func copyValue(
        _ name: String, _ source: String, of collection: Value, _ address: String, at origin: Origin
    ) -> Value? {
        let text = "the copies of \(prefix)\(address) are not known"
        guard name == "each.key" || name == "each.value" || name == "count.index" else { return nil }
        let isNumber = name == "count.index"
        let keySource = isNumber ? source : String(source.dropLast(name.utf8.count)) + "each.key"
        let key = isNumber ? Self.number(keySource, "\(prefix)\(address)") : Self.key(keySource, "\(prefix)\(address)")
        let open = Value(.unknown([Reason(text, input: key)], mayBeAbsent: false), origin: origin)
        if notedKeys.insert(keySource).inserted {
            let question =
                isNumber
                ? Value.question(.comparison(.less), [open, collection], at: origin)
                : Value.question(.hasCopy, [collection, open], at: origin)
            run.demand(
                .atom(ConditionAtom(key: "\(keySource) is one", label: "\(address) has the copy", question: question)))
        }
        guard name == "each.value" else { return open }
        let reason = Reason(text, source: source, term: .call(.copyValue, [collection, open]))
        return Value(.unknown([reason], mayBeAbsent: true), origin: origin)
    }

    private static func number(_ key: String, _ address: String) -> OpenInput {
        OpenInput(
            key: key, name: "count.index of \(address)", kind: .deployment, shape: .number,
            literals: [.number("0"), .number("1")],
            isConstrained: true
        ) { datum in
            guard case .number(let digits) = datum, let number = ExactNumber(digits)?.wholeNumber else { return false }
            return number >= 0
        }
    }

    private static func key(_ key: String, _ address: String) -> OpenInput {
        OpenInput(
            key: key, name: "each.key of \(address)", kind: .deployment, literals: [.text("key"), .text("example")],
            isConstrained: true)
    }
}

extension Operation {
    /// Whether a map or a set has a key.
    fileprivate static let hasCopy = Operation("has copy") { (values, site) throws(ExpressionFailure) in
        guard values.count == 2, let key = values[1].convertedText else { return open(at: site) }
        switch values[0].content {
        case .map(let members, []): return .truth(members.contains { $0.key == key }, origin: site.origin)
        case .list(let elements, []):
            let texts = elements.map(\.convertedText)
            if texts.contains(key) { return .truth(true, origin: site.origin) }
            return texts.contains(nil) ? open(at: site) : .truth(false, origin: site.origin)
        case .absent, .scalar: throw ExpressionFailure("for_each takes a map or a set")
        default: return open(at: site)
        }
    }

    /// What stands under a key of a map; of a set the key itself.
    fileprivate static let copyValue = Operation("each.value") { (values, site) throws(ExpressionFailure) in
        guard values.count == 2, let key = values[1].convertedText else { return open(at: site) }
        switch values[0].content {
        case .map(let members, []):
            guard let member = members.last(where: { $0.key == key }) else {
                throw ExpressionFailure("there is no copy '\(key.prefix(40))'")
            }
            return member.value
        case .list(_, []): return values[1]
        case .absent, .scalar: throw ExpressionFailure("for_each takes a map or a set")
        default: return open(at: site)
        }
    }

    private static func open(at site: OperationSite) -> Value { .unknown(Reason("it is not known"), origin: site.origin) }
}
