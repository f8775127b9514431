import Evaluation
import Templates

/// A verdict in one world.
struct Leaf {
    let world: World
    /// `nil` for a verdict on all subjects of the object.
    let subject: Subject?
    let verdict: Verdict
    let reader: ModelReader
    let activation: RuleActivation

    var isMissing: Bool { if case .missing = verdict { true } else { false } }

    var isGood: Bool { if case .good = verdict { true } else { false } }

    /// Of a bad verdict the fields that were read on the way.
    var touched: [ReadPlace] { if case .bad(let touched, _) = verdict { touched } else { [] } }
    /// Of a bad verdict the fields that the assertion read.
    var asserted: [ReadPlace] { if case .bad(_, let asserted) = verdict { asserted } else { [] } }

    var isOpen: Bool { if case .open = verdict { true } else { false } }

    var isBad: Bool { if case .bad = verdict { true } else { false } }
}
