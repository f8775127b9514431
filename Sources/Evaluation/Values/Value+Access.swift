extension Value {
    /// The member of a map; `.absent` when the map does not have it.
    ///
    /// Looks through choices, and a lookup in something unknown is unknown and may be absent; so is a lookup of what an open
    /// map does not list.
    package func member(_ key: String) -> Value {
        switch content {
        case .map(let members, let open):
            if let member = members.last(where: { $0.key == key }) { return member.value }
            return open.isEmpty ? Value(.absent, origin: origin) : .unknown(open, mayBeAbsent: true, at: origin)
        case .choice(let condition, let yes, let no):
            return Value.choice(condition, yes.member(key), no.member(key), origin: origin)
        case .unknown(let reasons, _):
            return Value(.unknown(reasons.map(\.ofPart), mayBeAbsent: true), origin: origin, steps: steps, mentions: mentions)
        case .external(let description):
            return Value(.unknown([Reason("\(description) is not in the input")], mayBeAbsent: true), origin: origin)
        case .absent:
            return Value(.absent, origin: origin)
        case .scalar, .text, .list, .reference:
            return .unknown(Reason("it is not a map"), mayBeAbsent: true, origin: origin)
        }
    }

    /// The member at a path of keys separated by dots.
    package func member(atPath path: String) -> Value {
        // By bytes: splitting by characters was a fifth of the time that a model takes.
        path.utf8.split(separator: UInt8(ascii: ".")).reduce(self) { $0.member(String(Substring($1))) }
    }

    /// The member at a path of keys.
    package func member(atPath keys: [String]) -> Value { keys.reduce(self) { $0.member($1) } }

    /// A choice, simplified when both sides are nothing.
    package static func choice(_ condition: Condition, _ yes: Value, _ no: Value, origin: Origin) -> Value {
        switch (condition, yes.content, no.content) {
        case (.always, _, _): yes
        case (.never, _, _): no
        case (_, .absent, .absent): Value(.absent, origin: origin)
        default: Value(.choice(condition, yes, no), origin: origin)
        }
    }

    /// The text of a scalar; `nil` for anything that is not wholly known text.
    package var knownText: String? {
        if case .scalar(let scalar) = content { scalar.text } else { nil }
    }

    /// Whether it is known to be nothing; false for what only may be absent.
    package var isAbsent: Bool {
        if case .absent = content { true } else { false }
    }

    /// Most hops that a value keeps, the last ones of its way: reports show a few.
    private static let mostSteps = 64

    /// The same value seen from another place, with the hop that led there.
    package func moved(to origin: Origin, step: OriginStep) -> Value {
        switch content {
        case .choice(let condition, let yes, let no):
            Value(
                .choice(condition, yes.moved(to: origin, step: step), no.moved(to: origin, step: step)), origin: origin)
        default:
            // A chain of thousands of local values would keep the square of their number.
            Value(
                content, origin: origin, steps: [step] + steps.prefix(Self.mostSteps - 1), mentions: mentions,
                isJSONText: isJSONText)
        }
    }

    /// Most values that a function is applied to when its argument depends on open conditions.
    private static let mostChoices = 32

    /// Applies a function to the value, on both sides of every choice; unknown when there are too many of them.
    package func flatMap(_ transform: (Value) -> Value) -> Value {
        guard case .choice = content else { return transform(self) }
        guard choiceCount(upTo: Self.mostChoices + 1) <= Self.mostChoices else {
            return .unknown(Reason("it depends on too many open conditions"), origin: origin)
        }
        return mapChoices(transform)
    }

    private func mapChoices(_ transform: (Value) -> Value) -> Value {
        guard case .choice(let condition, let yes, let no) = content else { return transform(self) }
        return Value.choice(condition, yes.mapChoices(transform), no.mapChoices(transform), origin: origin)
    }

    /// An unknown value for one reason.
    package static func unknown(_ reason: Reason, mayBeAbsent: Bool = false, origin: Origin) -> Value {
        Value(.unknown([reason], mayBeAbsent: mayBeAbsent), origin: origin)
    }

    /// An unknown value for the reasons of what it is made of, each once. It is none of these itself.
    package static func unknown(_ reasons: [Reason], mayBeAbsent: Bool = false, at origin: Origin) -> Value {
        Value(.unknown(Reason.unique(reasons.map(\.ofPart)), mayBeAbsent: mayBeAbsent), origin: origin)
    }

    /// Calls `body` with a list's elements once for each way in which elements that hang on a condition are there or not;
    /// `nil` when there are more than 2^`limit` ways.
    package static func settlingElements(
        _ elements: [Value], origin: Origin, limit: Int = 4, _ body: ([Value]) -> Value?
    ) -> Value? {
        guard let index = elements.firstIndex(where: \.mayVanish) else { return body(elements) }
        guard case .choice(let condition, let yes, let no) = elements[index].content else {
            var rest = elements
            rest.remove(at: index)
            return settlingElements(rest, origin: origin, limit: limit, body)
        }
        guard limit > 0 else { return nil }
        func side(_ value: Value) -> Value? {
            var side = elements
            side[index] = value
            return settlingElements(side, origin: origin, limit: limit - 1, body)
        }
        guard let left = side(yes), let right = side(no) else { return nil }
        return choice(condition, left, right, origin: origin)
    }

    /// Whether an element may vanish from its list, so that later indices move.
    package var mayVanish: Bool {
        guard case .choice(_, let yes, let no) = content else { return isAbsent }
        return yes.mayVanish || no.mayVanish
    }
}

extension Value {
    /// Why the value is not wholly known; empty for one that is.
    package var unknownReasons: [Reason] {
        switch content {
        case .unknown(let reasons, _): reasons
        case .text(let parts):
            parts.flatMap { part -> [Reason] in
                guard case .value(let value) = part else { return [] }
                return value.unknownReasons
            }
        case .choice(let condition, let yes, let no):
            (condition.undecidedAtom(in: .open).map { [Reason(undecided: $0)] } ?? [])
                + yes.unknownReasons + no.unknownReasons
        case .external(let description): [Reason("\(description) is not in the input")]
        case .reference: [Reason("its value is known at deployment only")]
        case .list(_, let open), .map(_, let open): open
        case .scalar, .absent: []
        }
    }
}
