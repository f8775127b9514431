import Evaluation
import Templates

/// What policies say to a request.
enum PolicyAnswer {
    /// A statement allows it and none denies it; where it stands.
    case allowed(Origin)
    /// A statement denies it.
    case denied(Origin)
    /// Every policy is known, and none allows it.
    case notGranted
    case unknown([Reason])

    /// The answer as a field; unknown stays unknown.
    var content: Field.Content {
        switch self {
        case .allowed: .bool(true)
        case .denied, .notGranted: .bool(false)
        case .unknown(let reasons): .unknown(ModelAssembly.unique(reasons), mayBeAbsent: false)
        }
    }

    /// One of two sets of policies is enough, as a role's and a queue's in one account; a denial of either wins.
    func or(_ other: PolicyAnswer) -> PolicyAnswer {
        switch (self, other) {
        case (.denied, _): self
        case (_, .denied): other
        case (.allowed, .unknown), (.unknown, .allowed):
            // What is not known may deny as well, but nobody hides a denial from a visible grant on purpose.
            if case .allowed = self { self } else { other }
        case (.allowed, _): self
        case (_, .allowed): other
        case (.unknown(let left), .unknown(let right)): .unknown(left + right)
        case (.unknown, _): self
        case (_, .unknown): other
        case (.notGranted, .notGranted): .notGranted
        }
    }

    /// Both are needed.
    func and(_ other: PolicyAnswer) -> PolicyAnswer {
        switch (self, other) {
        case (.denied, _), (.notGranted, _): self
        case (_, .denied), (_, .notGranted): other
        case (.allowed, let rest): rest
        case (.unknown(let left), .unknown(let right)): .unknown(left + right)
        case (.unknown, .allowed): self
        }
    }

    /// One of two questions is meant, and it is not known which: only equal answers are sure.
    func either(_ other: PolicyAnswer) -> PolicyAnswer {
        switch (self, other) {
        case (.allowed, .allowed), (.denied, .denied), (.notGranted, .notGranted), (.denied, .notGranted): self
        case (.notGranted, .denied): other
        case (.unknown(let left), .unknown(let right)): .unknown(left + right)
        case (.unknown, _): self
        case (_, .unknown): other
        default: .unknown([Reason("which of two resources is meant is not known")])
        }
    }
}
