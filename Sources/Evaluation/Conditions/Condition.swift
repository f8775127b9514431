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
        guard case .decided(let truth) = standing(in: world) else { return nil }
        return truth
    }

    /// A question whose answer is missing in `world`, the same one each time; `nil` when it is decided.
    package func undecidedAtom(in world: World) -> ConditionAtom? {
        guard case .open(let atom) = standing(in: world) else { return nil }
        return atom
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

    /// What a world makes of a condition.
    private enum Standing {
        case decided(Bool)
        /// The first question whose answer is missing.
        case open(ConditionAtom)
    }

    /// Looks at each part once: a chain of conditions is as deep as it is long.
    private func standing(in world: World) -> Standing {
        switch self {
        case .always: .decided(true)
        case .never: .decided(false)
        case .atom(let atom): world.answer(to: atom).map(Standing.decided) ?? .open(atom)
        case .not(let inner):
            switch inner.standing(in: world) {
            case .decided(let truth): .decided(!truth)
            case .open(let atom): .open(atom)
            }
        case .all(let parts): Self.fold(parts, in: world, absorbing: false)
        case .any(let parts): Self.fold(parts, in: world, absorbing: true)
        }
    }

    private static func fold(_ parts: [Condition], in world: World, absorbing: Bool) -> Standing {
        var missing: ConditionAtom?
        for part in parts {
            switch part.standing(in: world) {
            case .decided(absorbing): return .decided(absorbing)
            case .decided: continue
            case .open(let atom): missing = missing ?? atom
            }
        }
        return missing.map(Standing.open) ?? .decided(!absorbing)
    }
}
