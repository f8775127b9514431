/// When something holds: always, never, or depending on open questions.
package indirect enum Condition: Hashable, Sendable {
    case always
    case never
    /// It holds if the answer to an open question is yes.
    case atom(ConditionAtom)
    case not(Condition)
    /// Every part holds; so does a list without parts.
    case all([Condition])
    /// At least one part holds; of a list without parts none does.
    case any([Condition])

    /// Whether it holds in `world`; `nil` while an answer is missing.
    package func holds(in world: World) -> Bool? {
        switch self {
        case .always: true
        case .never: false
        case .atom(let atom): world.answer(to: atom)
        case .not(let inner): inner.holds(in: world).map { !$0 }
        case .all(let parts): Self.fold(parts, in: world, absorbing: false)
        case .any(let parts): Self.fold(parts, in: world, absorbing: true)
        }
    }

    /// A question whose answer is missing in `world`, the same one each time; `nil` when it is decided.
    package func undecidedAtom(in world: World) -> ConditionAtom? {
        guard holds(in: world) == nil else { return nil }
        switch self {
        case .always, .never: return nil
        case .atom(let atom): return atom
        case .not(let inner): return inner.undecidedAtom(in: world)
        case .all(let parts), .any(let parts):
            return parts.lazy.compactMap { $0.undecidedAtom(in: world) }.first
        }
    }

    /// The opposite, without double negation.
    package var negated: Condition {
        switch self {
        case .always: .never
        case .never: .always
        case .not(let inner): inner
        default: .not(self)
        }
    }

    /// Both hold.
    package func and(_ other: Condition) -> Condition {
        switch (self, other) {
        case (.never, _), (_, .never): .never
        case (.always, let rest), (let rest, .always): rest
        case (let left, let right): left == right ? left : .all([left, right])
        }
    }

    /// At least one holds.
    package func or(_ other: Condition) -> Condition {
        negated.and(other.negated).negated
    }

    private static func fold(_ parts: [Condition], in world: World, absorbing: Bool) -> Bool? {
        var isDecided = true
        for part in parts {
            switch part.holds(in: world) {
            case absorbing: return absorbing
            case nil: isDecided = false
            default: continue
            }
        }
        return isDecided ? !absorbing : nil
    }
}
