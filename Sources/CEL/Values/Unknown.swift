/// A value that the input does not reveal, with everything that it depends on.
package struct Unknown: Hashable, Sendable {
    /// Everything that would have to be known.
    package var reasons: Set<UnknownReason>
    /// Whether it is open that there is a value at all; `has()` is then unknown, else true.
    package var mayBeAbsent: Bool
    /// What is known of it, where it surely is a text. Belongs to this very value: nothing that is worked out of it has it.
    package private(set) var text: PartialText?

    /// Creates an unknown of given reasons.
    package init(reasons: Set<UnknownReason>, mayBeAbsent: Bool = false, text: PartialText? = nil) {
        self.reasons = reasons
        self.mayBeAbsent = mayBeAbsent
        self.text = text
    }

    /// The same reasons for another value, which is worked out of this one.
    var ofResult: Unknown {
        var copy = self
        copy.text = nil
        return copy
    }

    /// Creates an unknown of one reason, in words for people.
    package init(_ reason: String, mayBeAbsent: Bool = false) {
        self.init(reasons: [UnknownReason(text: reason)], mayBeAbsent: mayBeAbsent)
    }

    /// What a result depends on that depends on both.
    package func merging(_ other: Unknown) -> Unknown {
        Unknown(reasons: reasons.union(other.reasons), mayBeAbsent: mayBeAbsent || other.mayBeAbsent)
    }

    mutating func merge(_ other: Unknown) {
        reasons.formUnion(other.reasons)
        text = nil
        mayBeAbsent = mayBeAbsent || other.mayBeAbsent
    }
}

extension Unknown? {
    /// Adds what a further operand depends on, if it is unknown at all.
    mutating func merge(_ other: Unknown?) {
        guard let other else { return }
        guard var merged = self else {
            self = other.ofResult
            return
        }
        // Released first, so that the set of reasons grows in place.
        self = nil
        merged.merge(other)
        self = merged
    }
}

extension Unknown: CustomStringConvertible {
    /// `<unknown: first reason; second reason>`, the reasons in alphabetical order.
    package var description: String {
        "<unknown: " + reasons.map(\.text).sorted().joined(separator: "; ") + ">"
    }
}
