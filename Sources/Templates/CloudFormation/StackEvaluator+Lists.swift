import YAMLBridge

extension StackEvaluator {
    // MARK: - Fn::Join

    func join(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard let parts = arguments(of: function, 2...2, shape: "a list of delimiter and values", at: origin),
            parts[0].kind == .scalar
        else { return malformed(function, at: origin) }
        let delimiter = parts[0].text
        return evaluate(parts[1], at: origin).flatMap { list in
            guard case .list(let elements, let open) = list.content, open.isEmpty, !elements.contains(where: \.isChoiceWithAbsence)
            else {
                let reasons = list.unknownReasons + [Reason("the list that is joined is not wholly known")]
                return Value(.unknown(reasons, mayBeAbsent: false), origin: origin)
            }
            let pieces = elements.map(\.textParts).joined(separator: [.literal(delimiter)])
            let steps = elements.flatMap { $0.knownText == nil ? [] : $0.steps }
            return Value.text(Array(pieces), origin: origin, steps: steps)
        }
    }

    // MARK: - Fn::Select

    func select(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard let parts = arguments(of: function, 2...2, shape: "a list of index and values", at: origin) else {
            return malformed(function, at: origin)
        }
        let list = evaluate(parts[1], at: origin)
        return evaluate(parts[0], at: origin).flatMap { index in
            guard let text = index.knownText else {
                return Value(.unknown(index.unknownReasons, mayBeAbsent: false), origin: origin)
            }
            return list.flatMap { element(at: text, of: $0, function, at: origin) }
        }
    }

    private func element(at index: String, of list: Value, _ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard case .list(let elements, let open) = list.content else {
            let reasons = list.unknownReasons + [Reason("the list that is selected from is not known")]
            return Value(.unknown(reasons, mayBeAbsent: false), origin: origin)
        }
        guard let position = Int(index), position >= 0 else {
            report(
                .malformedFunction, "Fn::Select takes a number from 0, not '\(index)'",
                help: "Write the element's index.", at: origin)
            return malformed(function, at: origin)
        }
        let before = elements.prefix(position)
        if before.contains(where: \.isChoiceWithAbsence) {
            let reasons = before.flatMap(\.unknownReasons)
            return Value(.unknown(reasons, mayBeAbsent: false), origin: origin)
        }
        guard position < elements.count else {
            if open.isEmpty {
                report(
                    .malformedFunction, "Fn::Select asks for element \(position) of \(elements.count)",
                    help: "Elements count from 0.", at: origin)
            }
            return .unknown(Reason("the list has no known element \(position)"), origin: origin)
        }
        let chosen = elements[position]
        return Value(chosen.content, origin: origin, steps: chosen.steps)
    }

    // MARK: - Fn::Split

    func split(_ function: IntrinsicFunction, at origin: Origin) -> Value {
        guard let parts = arguments(of: function, 2...2, shape: "a list of delimiter and text", at: origin),
            parts[0].kind == .scalar, !parts[0].text.isEmpty
        else { return malformed(function, at: origin) }
        let delimiter = parts[0].text
        return evaluate(parts[1], at: origin).flatMap { source in
            guard let text = source.knownText else {
                let reasons = source.unknownReasons + [Reason("the text that is split is not known")]
                return Value(.unknown(reasons, mayBeAbsent: false), origin: origin)
            }
            let pieces = Self.pieces(of: text, separatedBy: delimiter).map {
                Value(.scalar(.init($0)), origin: origin, steps: source.steps)
            }
            return Value(.list(pieces, open: []), origin: origin, steps: source.steps)
        }
    }

    /// Cuts a text at each delimiter, left to right.
    static func pieces(of text: String, separatedBy delimiter: String) -> [String] {
        let bytes = Array(text.utf8)
        let mark = Array(delimiter.utf8)
        guard !mark.isEmpty, bytes.count >= mark.count else { return [text] }
        var pieces: [String] = []
        var start = 0
        var index = 0
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
                pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += mark.count
                start = index
            } else {
                index += 1
            }
        }
        return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
    }
}

extension Value {
    /// Whether the element may vanish from its list, so that later indices move.
    fileprivate var isChoiceWithAbsence: Bool {
        guard case .choice(_, let yes, let no) = content else { return isAbsent }
        return yes.isChoiceWithAbsence || no.isChoiceWithAbsence
    }
}
