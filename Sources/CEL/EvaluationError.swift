/// A fault of an expression that shows only when it runs: a fault of the rule, never a finding.
package struct EvaluationError: Error, Hashable, Sendable {
    /// What went wrong; some kinds are treated apart: a path may end at something absent, a spent budget ends every
    /// evaluation.
    package enum Kind: Hashable, Sendable {
        case absentField, noSuchKey, indexOutOfRange, divisionByZero, overflow, noSuchOverload
        case badArgument, badConversion, undeclared, budgetExceeded
    }

    /// What went wrong.
    package let kind: Kind
    /// What happened, in one sentence without a full stop.
    package let message: String
    /// The failing part, in UTF-8 offsets of the source. Empty at 0 while a function's implementation
    /// throws it: the evaluator then sets the range of the call.
    package internal(set) var range: Range<Int>

    /// Creates a fault; one that a function throws needs no range.
    package init(_ kind: Kind, _ message: String, range: Range<Int> = 0..<0) {
        self.kind = kind
        self.message = message
        self.range = range
    }

    func located(at place: Range<Int>) -> EvaluationError {
        range == 0..<0 ? EvaluationError(kind, message, range: place) : self
    }
}
