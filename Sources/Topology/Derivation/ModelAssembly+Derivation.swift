import Evaluation
import Templates

extension ModelAssembly {
    /// Most answers to open questions that one field is worked out for, as a power of two.
    private static let deepestSplit = 4

    /// Works a field out from others; where it hinges on an open question it becomes a choice.
    func derive(
        _ key: FieldKey, of id: ObjectID, _ body: (Reading) throws(ReadingFailure) -> Field.Content
    ) {
        setDerived(key, of: id, to: derived(in: .open, depth: 0, origin: objects[id.index].origin, body))
    }

    private func derived(
        in world: World, depth: Int, origin: Origin, _ body: (Reading) throws(ReadingFailure) -> Field.Content
    ) -> Field.Content {
        do throws(ReadingFailure) {
            return try body(Reading(self, in: world))
        } catch {
            switch error {
            case .unknown(let reasons, let mayBeAbsent):
                return .unknown(reasons, mayBeAbsent: mayBeAbsent)
            case .undecided(let atom):
                guard depth < Self.deepestSplit else { return .unknown([Reason(undecided: atom)], mayBeAbsent: true) }
                func side(_ answer: Bool) -> Field {
                    let content = derived(in: world.assuming(atom, answer), depth: depth + 1, origin: origin, body)
                    return Field(content, state: .derived, origin: origin)
                }
                return .choice(.atom(atom), side(true), side(false))
            }
        }
    }

    /// An optional link that several resources may make: each holds under its condition, and `rest` is what is left.
    func link(_ matches: [(id: ObjectID, condition: Condition)], else rest: Field.Content, origin: Origin) -> Field.Content {
        matches.reversed().reduce(rest) { rest, match in
            guard match.condition != .always else { return .object(match.id) }
            return .choice(
                match.condition, Field(.object(match.id), state: .derived, origin: origin),
                Field(rest, state: .derived, origin: origin))
        }
    }

    /// A list of links, each under its condition.
    func links(_ matches: [(id: ObjectID, condition: Condition)], open: [Reason]) -> Field.Content {
        let elements = matches.map { match in
            Field.Element(
                Field(.object(match.id), state: .derived, origin: objects[match.id.index].origin),
                presence: match.condition)
        }
        return .list(elements, open: Self.unique(open))
    }

    static func unique(_ reasons: [Reason]) -> [Reason] {
        var seen: Set<Reason> = []
        return reasons.filter { seen.insert($0).inserted }
    }

    /// The elements of a value that is a list, with the condition of each; a single value counts as a list of one.
    static func elements(_ value: Value, when condition: Condition = .always) -> [(value: Value, condition: Condition)] {
        switch value.content {
        case .absent: []
        // An account or region that is not known is one text all the same.
        case .unknown: value.deploymentPlace == nil ? [] : [(value, condition)]
        case .choice(let split, let yes, let no):
            elements(yes, when: condition.and(split)) + elements(no, when: condition.and(split.negated))
        case .list(let values, _): values.flatMap { elements($0, when: condition) }
        default: [(value, condition)]
        }
    }

    /// An element of a list that is there under a condition.
    static func element(_ value: Value, when condition: Condition) -> Value {
        guard condition != .always else { return value }
        return Value(.choice(condition, value, Value(.absent, origin: value.origin)), origin: value.origin)
    }

    /// Why a value that should be a list is not wholly known; empty when it is.
    static func openReasons(_ value: Value) -> [Reason] {
        switch value.content {
        case .unknown(let reasons, _): value.deploymentPlace == nil ? reasons : []
        case .list(let values, let open): open + values.flatMap(openReasons)
        case .choice(_, let yes, let no): openReasons(yes) + openReasons(no)
        case .external(let description): [Reason("\(description) is not in the input")]
        default: []
        }
    }
}
