import Evaluation
import Templates

/// Whether something matches, as far as is known.
enum PolicyMatch {
    case yes
    case no
    case undecided([Reason])

    /// What holds before anything is compared: nothing matches, unless there may be more than is seen.
    init(open: [Reason]) {
        self = open.isEmpty ? .no : .undecided(open)
    }

    /// Both must match.
    func and(_ other: PolicyMatch) -> PolicyMatch {
        switch (self, other) {
        case (.no, _), (_, .no): .no
        case (.yes, let rest), (let rest, .yes): rest
        case (.undecided(let left), .undecided(let right)): .undecided(left + right)
        }
    }

    /// One is enough.
    func or(_ other: PolicyMatch) -> PolicyMatch {
        switch (self, other) {
        case (.yes, _), (_, .yes): .yes
        case (.no, let rest), (let rest, .no): rest
        case (.undecided(let left), .undecided(let right)): .undecided(left + right)
        }
    }

    var negated: PolicyMatch {
        switch self {
        case .yes: .no
        case .no: .yes
        case .undecided: self
        }
    }
}

extension PolicyMatch {
    /// The match as a field.
    var content: Field.Content {
        switch self {
        case .yes: .bool(true)
        case .no: .bool(false)
        case .undecided(let reasons): .unknown(ModelAssembly.unique(reasons), mayBeAbsent: false)
        }
    }
}
