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
    /// How the value comes about, so that it can be worked out once its inputs are known; `nil` where nothing says it.
    package let term: Term?
    /// Why the parts of the term are not known; empty for a reason that stands for itself.
    private let causes: [Reason]

    /// Creates a reason; every use of one unknown thing needs the same `source`.
    package init(_ text: String, atom: ConditionAtom? = nil, source: String? = nil, allowed: [String] = []) {
        self.init(text, atom: atom, source: source, allowed: allowed, term: nil, causes: [])
    }

    /// The reason for a value that hinges on an open question.
    package init(undecided atom: ConditionAtom) {
        self.init("condition \(atom.label) is not decided", atom: atom)
    }

    /// The reason for a value that somebody gives at deployment.
    package init(_ text: String, input: OpenInput, allowed: [String] = []) {
        self.init(text, atom: nil, source: input.key, allowed: allowed, term: .input(input), causes: [])
    }

    /// The reason for a value that a formula gives once its parts are known, for the reasons of these parts.
    package init(_ text: String, term: Term, causes: [Reason] = []) {
        let all = Self.unique(causes.flatMap(\.flattened))
        let words = all.isEmpty ? text : all.prefix(4).map(\.text).joined(separator: "; ")
        self.init(words, atom: nil, source: term.key, allowed: [], term: term, causes: all)
    }

    /// The same for a value that is identified by something else than its formula.
    package init(_ text: String, source: String, term: Term) {
        self.init(text, atom: nil, source: source, allowed: [], term: term, causes: [])
    }

    /// The reason for a value where the deployment would stop.
    package init(failure message: String) {
        self.init(message, atom: nil, source: nil, allowed: [], term: .failure(message), causes: [])
    }

    private init(
        _ text: String, atom: ConditionAtom?, source: String?, allowed: [String], term: Term?, causes: [Reason]
    ) {
        self.text = text
        self.atom = atom
        self.source = source
        self.allowed = allowed
        self.term = term
        self.causes = causes
    }

    /// The reason for something that is made of what is not known, and is not that itself.
    package var ofPart: Reason {
        guard source != nil || term != nil else { return self }
        return Reason(text, atom: atom, source: nil, allowed: [], term: nil, causes: causes)
    }

    /// The reasons that stand for themselves: those of the parts where the value is made of parts.
    package var flattened: [Reason] { causes.isEmpty ? [self] : causes }

    /// Most reasons that a value keeps.
    private static let most = 16

    /// Each of some reasons once, as many as a value keeps.
    package static func unique(_ reasons: [Reason]) -> [Reason] {
        guard reasons.count > 1 else { return reasons }
        var seen: Set<Reason> = []
        return reasons.filter { seen.count < most && seen.insert($0).inserted }
    }

    /// Whether both say the same of the same.
    package static func == (left: Reason, right: Reason) -> Bool {
        left.text == right.text && left.source == right.source && left.atom == right.atom && left.allowed == right.allowed
    }

    /// Feeds what equality compares.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(source)
        hasher.combine(atom)
    }
}
