import Rules
import YAMLBridge

/// The SUP family: what is wrong with suppressions, found while they are applied and not by a rule file.
enum SuppressionRule: String, CaseIterable {
    case unused = "SUP001"
    case unknownRule = "SUP002"
    case withoutReason = "SUP003"
    case malformed = "SUP004"

    /// Every one of the family, in the order of the ids.
    static let all: [RuleDescription] = allCases.map(\.description)

    var description: RuleDescription {
        switch self {
        case .unused:
            rule(
                "unused-suppression", .note,
                what: "Reports a suppression that no finding needs.",
                why: "What it was for is fixed or gone, and it would hide the next finding of its rule.",
                exceptions: "Nothing is said where the rule is undecided or did not run, nor with --skip-unrecognised: "
                    + "a hook sees a part of the system only.",
                bad: "DelaySeconds: 900    # ecslint: ignore SQS010 too long on purpose", good: "DelaySeconds: 900")
        case .unknownRule:
            rule(
                "unknown-rule-in-suppression", .warning,
                what: "Reports a suppression that names a rule which is not there.",
                why: "It suppresses nothing; a misspelled id hides that somebody looked at the finding.",
                bad: "DelaySeconds: 901    # ecslint: ignore SQS10 too long on purpose",
                good: "DelaySeconds: 901    # ecslint: ignore SQS010 too long on purpose")
        case .withoutReason:
            rule(
                "suppression-without-reason", .warning,
                what:
                    "Reports a suppression without a reason where the configuration says `requireReasons: true`; it has no effect.",
                why: "Without one, no one can tell later whether it can be removed.",
                bad: "DelaySeconds: 901    # ecslint: ignore SQS010",
                good: "DelaySeconds: 901    # ecslint: ignore SQS010 replaced in March, ticket 482")
        case .malformed:
            rule(
                "malformed-suppression", .warning,
                what:
                    "Reports a suppression that cannot be read: without a rule, with an end that is not a day, or with a key that is not there.",
                why: "It suppresses nothing, and its author thinks that it does.",
                bad: "# ecslint: ignore\nDelaySeconds: 901",
                good: "# ecslint: ignore SQS010 until 2027-01-31 replaced in January\nDelaySeconds: 901")
        }
    }

    private func rule(
        _ name: String, _ severity: Severity, what: String, why: String, exceptions: String? = nil, bad: String,
        good: String
    ) -> RuleDescription {
        RuleDescription(
            id: rawValue, name: name, severity: severity, tags: ["suppression"], confidence: "high",
            securitySeverity: nil, what: what, why: why, exceptions: exceptions, bad: bad, good: good, references: [])
    }

    /// - Parameter identity: what tells it from others of the file, whatever the line.
    func finding(_ message: String, help: String, at location: Location, span: SourceSpan? = nil, identity: String) -> Finding {
        let rule = description
        let place = Location(
            file: location.file, span: span ?? location.span, resource: location.resource, path: location.path)
        return Finding(
            rule: rule.id, name: rule.name, check: rule.name, severity: rule.severity, message: message, help: help,
            location: place, related: [],
            fingerprint: Fingerprint.make([rule.id, place.file, place.resource ?? "", identity]))
    }
}
