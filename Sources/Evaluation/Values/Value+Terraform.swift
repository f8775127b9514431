/// Terraform's types, as values spell them: a quoted scalar is a string, a plain one a number or a truth value.
extension Value {
    package static func text(_ text: String, origin: Origin, steps: [OriginStep] = []) -> Value {
        Value(.scalar(.init(text)), origin: origin, steps: steps)
    }

    package static func number(_ number: Int, origin: Origin, steps: [OriginStep] = []) -> Value {
        Value(.scalar(.init(String(number), isQuoted: false)), origin: origin, steps: steps)
    }

    package static func truth(_ truth: Bool, origin: Origin, steps: [OriginStep] = []) -> Value {
        Value(.scalar(.init(truth ? "true" : "false", isQuoted: false)), origin: origin, steps: steps)
    }

    /// A number; unknown for one that has more digits than are kept.
    package static func number(_ number: ExactNumber?, origin: Origin, steps: [OriginStep] = []) -> Value {
        guard let number else { return .unknown(Reason("the number has too many digits"), origin: origin) }
        return Value(.scalar(.init(number.text, isQuoted: false)), origin: origin, steps: steps)
    }

    /// The same value at another place.
    package func placed(at origin: Origin) -> Value {
        Value(content, origin: origin, steps: steps, mentions: mentions, isJSONText: isJSONText)
    }

    /// The same structure as the text that it is written as, or as itself.
    package func asJSONText(_ isText: Bool) -> Value {
        Value(content, origin: origin, steps: steps, mentions: mentions, isJSONText: isText)
    }

    /// The same value, with the hops of others that it was made of. What has parts has their hops.
    package func adding(steps others: [OriginStep]) -> Value {
        guard !others.isEmpty, hasNoParts else { return self }
        return Value(
            content, origin: origin, steps: Array((steps + others).prefix(16)), mentions: mentions, isJSONText: isJSONText)
    }

    private var hasNoParts: Bool {
        switch content {
        case .scalar, .absent: true
        case .list(let elements, let open): elements.isEmpty && open.isEmpty
        case .map(let members, let open): members.isEmpty && open.isEmpty
        case .text, .reference, .external, .choice, .unknown: false
        }
    }

    /// A scalar as a string, as Terraform converts it, or the text that `jsonencode` gave; `nil` for what is not known.
    package var convertedText: String? {
        guard case .scalar(let scalar) = content else { return isJSONText ? knownJSONText : nil }
        guard !scalar.isQuoted, scalar.text != "true", scalar.text != "false" else { return scalar.text }
        guard let number = ExactNumber(scalar.text) else { return scalar.text }
        return number.isRounded ? nil : number.text
    }

    /// A scalar as a number; a text that spells one is taken.
    package var convertedNumber: ExactNumber? {
        guard case .scalar(let scalar) = content else { return nil }
        return ExactNumber(scalar.text)
    }

    /// A scalar as a truth value; a text that spells one is taken.
    package var convertedTruth: Bool? {
        guard case .scalar(let scalar) = content else { return nil }
        switch scalar.text {
        case "true": return true
        case "false": return false
        case "1" where scalar.isQuoted: return true
        case "0" where scalar.isQuoted: return false
        default: return nil
        }
    }

    /// Whether the value is a number and not a text that spells one.
    package var isNumber: Bool {
        guard case .scalar(let scalar) = content, !scalar.isQuoted else { return false }
        return scalar.text != "true" && scalar.text != "false"
    }

    /// Elements as those of one type, as a list or set has them: texts where texts and others are mixed.
    package static func unified(_ elements: [Value]) -> [Value] {
        let scalars = elements.compactMap { element -> Scalar? in
            if case .scalar(let scalar) = element.content { scalar } else { nil }
        }
        guard scalars.contains(where: \.isQuoted), scalars.contains(where: { !$0.isQuoted }) else { return elements }
        return elements.map { element in
            element.convertedText.map { Value.text($0, origin: element.origin, steps: element.steps) } ?? element
        }
    }

    /// Whether nothing is known of what kind of value it is.
    package var isOpaque: Bool {
        switch content {
        case .unknown, .external, .reference: true
        default: false
        }
    }

    /// Whether the whole value is known, members and elements included.
    package var isWhollyKnown: Bool {
        switch content {
        case .scalar, .absent: true
        case .list(let elements, let open): open.isEmpty && elements.allSatisfy(\.isWhollyKnown)
        case .map(let members, _): members.allSatisfy(\.value.isWhollyKnown)
        case .text, .reference, .external, .choice, .unknown: false
        }
    }

    /// A map's members with the last of equal keys only, in the order in which Terraform walks them: by the bytes of the keys.
    package static func sorted(_ members: [Member]) -> [Member] {
        let unique = Dictionary(members.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
        return unique.values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
}
