/// Why something is not known.
package struct Reason: Hashable, Sendable {
    /// For people: "parameter JobTimeout has no value".
    package let text: String
    /// The open question that would decide it, when one would.
    package let atom: ConditionAtom?
    /// Identifies what is not known, so that two uses of one parameter are seen to be equal.
    package let source: String?
    /// What it may be, when that is known and is little enough to be tried: a parameter's `AllowedValues`. Empty when it may
    /// be anything.
    package let allowed: [String]

    /// Creates a reason; every use of one unknown thing needs the same `source`.
    package init(_ text: String, atom: ConditionAtom? = nil, source: String? = nil, allowed: [String] = []) {
        self.text = text
        self.atom = atom
        self.source = source
        self.allowed = allowed
    }

    /// The reason for a value that hinges on an open question.
    package init(undecided atom: ConditionAtom) {
        self.init("condition \(atom.label) is not decided", atom: atom)
    }

    /// Most reasons that a value keeps.
    private static let most = 16

    /// Each of some reasons once, as many as a value keeps.
    package static func unique(_ reasons: [Reason]) -> [Reason] {
        guard reasons.count > 1 else { return reasons }
        var seen: Set<Reason> = []
        return reasons.filter { seen.count < most && seen.insert($0).inserted }
    }
}
