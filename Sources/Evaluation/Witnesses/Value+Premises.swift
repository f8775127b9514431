extension Value {
    /// When a value that every deployment demands to be true is so.
    ///
    /// A value that nothing works out stays a question that no values answer: what reads its inputs has no witness then.
    ///
    /// - Parameters:
    ///   - reads: what the demand names, so that it is asked wherever one of them is given a value.
    ///   - key: identifies the demand where nothing identifies the value.
    package func demanded(reading reads: [Value], key: String) -> Condition {
        if case .choice(let condition, let yes, let no) = content, condition.isAskable {
            return condition.and(yes.demanded(reading: reads, key: key + "+"))
                .or(condition.negated.and(no.demanded(reading: reads, key: key + "-")))
        }
        if let truth = convertedTruth { return truth ? .always : .never }
        let reason = Reason("it is not known", term: .call(.demand, [self] + reads))
        return .atom(
            ConditionAtom(
                key: "\(identityKey ?? key)=='true'", label: summary,
                question: Value(.unknown([reason], mayBeAbsent: false), origin: origin)))
    }
}

extension Operation {
    /// The first of the values; the others are what it is made of.
    fileprivate static let demand = Operation("demand") { (values, site) throws(ExpressionFailure) in
        values.first ?? .unknown(Reason("it is not known"), origin: site.origin)
    }
}
