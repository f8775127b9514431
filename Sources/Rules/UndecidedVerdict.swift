/// A rule's verdict that the input does not say enough.
package struct UndecidedVerdict: Sendable, Hashable {
    /// `SQS007`
    package let rule: String
    /// `visibility-timeout-covers-processing`
    package let name: String
    /// The check of the rule that could not be decided.
    package let check: String
    /// The resource that could not be judged.
    package let resource: String
    /// What would decide it, in words.
    package let reasons: [String]
    /// Where a finding of the check would stand.
    package let location: Location
    /// The `forEach` member that it is about, of rules that have one.
    package let subject: String?

    /// Creates a verdict on a check of one resource.
    package init(
        rule: String, name: String, check: String, resource: String, reasons: [String], location: Location,
        subject: String? = nil
    ) {
        self.rule = rule
        self.name = name
        self.check = check
        self.resource = resource
        self.reasons = reasons
        self.location = location
        self.subject = subject
    }
}

extension Finding {
    /// The finding as a verdict that stays open.
    package func undecided(reason: String) -> UndecidedVerdict {
        UndecidedVerdict(
            rule: rule, name: name, check: check, resource: location.resource ?? "", reasons: [reason], location: location,
            subject: subject)
    }
}

extension UndecidedVerdict {
    /// The verdict with further reasons, each once and in alphabetical order.
    func adding(reasons more: [String]) -> UndecidedVerdict {
        UndecidedVerdict(
            rule: rule, name: name, check: check, resource: resource,
            reasons: Set(reasons).union(more).sorted(), location: location, subject: subject)
    }
}
