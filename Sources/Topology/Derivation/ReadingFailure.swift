import Evaluation
import Templates

/// Why a field cannot be read.
package enum ReadingFailure: Error {
    /// It depends on an open question: work it out for both answers.
    case undecided(ConditionAtom)
    /// Nobody can know it; `mayBeAbsent` where it is open that there is anything.
    case unknown([Reason], mayBeAbsent: Bool)

    /// Why, in words.
    package var reasons: [Reason] {
        switch self {
        case .undecided(let atom): [Reason(undecided: atom)]
        case .unknown(let reasons, _): reasons
        }
    }

    /// The same, of a field that there may be nothing for.
    var possiblyAbsent: ReadingFailure {
        switch self {
        case .undecided: self
        case .unknown(let reasons, _): .unknown(reasons, mayBeAbsent: true)
        }
    }
}
