import Evaluation

/// A rule's verdict that something is wrong.
package struct Finding: Sendable, Hashable {
    /// `SQS007`
    package let rule: String
    /// `visibility-timeout-covers-processing`
    package let name: String
    /// The check of the rule that failed.
    package let check: String
    /// The rule's or check's own, unless the configuration says another.
    package var severity: Severity
    /// What is wrong and why, with the numbers of the case.
    package let message: String
    /// What to do.
    package let help: String?
    /// Where it is fixed: the property, or the parent that lacks it.
    package let location: Location
    /// Places that explain it, in the order in which a report shows them.
    package let related: [RelatedLocation]
    /// Stays the same when lines move: rule, check, file, resource, property and the `forEach` subject.
    package let fingerprint: String
    /// The `forEach` member that it is about, of rules that have one.
    package let subject: String?
    /// Values of open inputs under which the check fails; empty where it fails whatever they are.
    package let witness: Witness
    /// The same finding under other values, to be tried where these do not make it come true.
    package private(set) var alternatives: [Finding] = []

    /// Creates a finding; the fingerprint must be that of its place and subject.
    package init(
        rule: String, name: String, check: String, severity: Severity, message: String, help: String?,
        location: Location, related: [RelatedLocation], fingerprint: String, subject: String? = nil,
        witness: Witness = Witness([])
    ) {
        self.rule = rule
        self.name = name
        self.check = check
        self.severity = severity
        self.message = message
        self.help = help
        self.location = location
        self.related = related
        self.fingerprint = fingerprint
        self.subject = subject
        self.witness = witness
    }

    /// The finding with others that say the same of other values.
    package func trying(_ others: some Sequence<Finding>) -> Finding {
        var copy = self
        copy.alternatives = Array(others)
        return copy
    }
}
