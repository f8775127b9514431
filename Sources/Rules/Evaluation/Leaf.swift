import Templates

/// A verdict in one world.
struct Leaf {
    let world: World
    /// `nil` for a verdict on all subjects of the object.
    let subject: Subject?
    let verdict: Verdict
    let reader: ModelReader
    let activation: RuleActivation

    var isGood: Bool { if case .good = verdict { true } else { false } }
    var isBad: Bool { if case .bad = verdict { true } else { false } }
}
