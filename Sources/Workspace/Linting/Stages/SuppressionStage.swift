import Text
import Rules

/// Takes away what somebody asked not to be told about, and adds what is wrong with the suppressions themselves.
struct SuppressionStage: VerdictStage {
    /// A rule that the run knows.
    struct KnownRule {
        let id: String
        let name: String
        /// Whether it was asked.
        let isEnabled: Bool
    }

    private let suppressions: [Suppression]
    /// What keeps suppressions of the files from being read.
    private let malformed: [Finding]
    private let rules: [KnownRule]
    private let today: CivilDay
    /// A suppression without a reason has no effect.
    private let requiresReasons: Bool
    /// Files that were checked.
    private let files: Set<String>
    /// False for a run that sees a part of the system only, so that a suppression may be needed elsewhere.
    private let reportsUnused: Bool
    /// For the faults, which are findings of rules as well.
    private let severity: SeverityStage

    init(
        _ request: LintRequest, _ reading: TemplateReading, rules: [KnownRule], files: Set<String>, severity: SeverityStage
    ) {
        let reader = SuppressionReader(reading.lines.documents, stacks: reading.workload.stacks)
        suppressions = reader.suppressions + request.configuredSuppressions
        malformed = reader.findings
        self.rules = rules
        today = request.today
        requiresReasons = request.input.configuration.requiresReasons
        self.files = files
        reportsUnused = !request.input.skipsUnrecognised
        self.severity = severity
    }

    func apply(to verdicts: inout Verdicts) {
        let outcome = split(verdicts.findings, undecided: verdicts.undecided)
        verdicts.findings = outcome.findings
        verdicts.suppressed = outcome.suppressed
        let faults = (outcome.faults + malformed).compactMap(severity.adjusted)
        if !faults.isEmpty { verdicts.findings = FindingMerge.merged(verdicts.findings + faults) }
    }

    private struct Outcome {
        var findings: [Finding] = []
        var suppressed: [SuppressedFinding] = []
        /// What is wrong with the suppressions themselves.
        var faults: [Finding] = []
    }

    /// Splits `findings` into those that stay and those that go.
    private func split(_ findings: [Finding], undecided: [UndecidedVerdict]) -> Outcome {
        guard !suppressions.isEmpty else { return Outcome(findings: findings) }
        var outcome = Outcome()
        var used: Set<UsedSelector> = []
        let isInEffect = suppressions.map { self.isInEffect($0) }
        let index = SuppressionIndex(suppressions)
        for finding in findings {
            let numbers = index.numbers(meaning: finding)
            for number in numbers { mark(&used, number, suppressions[number], finding) }
            if let number = numbers.first(where: { isInEffect[$0] }) {
                outcome.suppressed.append(SuppressedFinding(finding: finding, suppression: suppressions[number]))
            } else {
                outcome.findings.append(numbers.first.map { explained(finding, suppressions[$0]) } ?? finding)
            }
        }
        var questions = SuppressionQuestions(rules: rules, undecided: undecided, files: files)
        for (index, suppression) in suppressions.enumerated() {
            outcome.faults += faults(of: suppression, &questions) { used.contains(UsedSelector(index, $0)) }
        }
        return outcome
    }

    private struct UsedSelector: Hashable {
        let suppression: Int
        let selector: String

        init(_ suppression: Int, _ selector: String) {
            self.suppression = suppression
            self.selector = selector
        }
    }

    private func mark(_ used: inout Set<UsedSelector>, _ index: Int, _ suppression: Suppression, _ finding: Finding) {
        for selector in suppression.rules where selector.fits(id: finding.rule, name: finding.name) {
            used.insert(UsedSelector(index, selector.text))
        }
    }

    private func isInEffect(_ suppression: Suppression) -> Bool {
        !suppression.hasEnded(on: today) && (!requiresReasons || suppression.reason != nil)
    }

    /// The finding with a word on the suppression that would have hidden it.
    private func explained(_ finding: Finding, _ suppression: Suppression) -> Finding {
        guard let until = suppression.until, suppression.hasEnded(on: today) else { return finding }
        let note = RelatedLocation(message: "its suppression ended on \(until.text)", location: suppression.location)
        return finding.replacing(related: finding.related + [note])
    }
}

// MARK: - What is wrong with suppressions

extension SuppressionStage {
    private func faults(
        of suppression: Suppression, _ questions: inout SuppressionQuestions, isUsed: (String) -> Bool
    ) -> [Finding] {
        if requiresReasons, suppression.reason == nil {
            return [
                SuppressionRule.withoutReason.finding(
                    "the suppression of \(suppression.rules.map(\.text).joined(separator: ", ")) gives no reason, so it has no effect",
                    help: "Write the reason behind the rule.", at: suppression.location, identity: identity(suppression))
            ]
        }
        return suppression.rules.compactMap { selector in
            let fitting = questions.rules(fitting: selector)
            if fitting.isEmpty { return unknown(selector, of: suppression, help: questions.help(for: selector.text)) }
            let mayBeNeeded = isUsed(selector.text) || !questions.areSettled(fitting, for: suppression.scope)
            return mayBeNeeded || !reportsUnused ? nil : unused(selector, of: suppression)
        }
    }

    private func unknown(_ selector: Suppression.Selector, of suppression: Suppression, help: String) -> Finding {
        SuppressionRule.unknownRule.finding(
            "there is no rule '\(selector.text)' to suppress", help: help, at: suppression.location, span: selector.span,
            identity: selector.text)
    }

    private func unused(_ selector: Suppression.Selector, of suppression: Suppression) -> Finding {
        SuppressionRule.unused.finding(
            "nothing is found here that '\(selector.text)' would be suppressed for", help: "Take the suppression out.",
            at: suppression.location, span: selector.span, identity: "\(identity(suppression)) \(selector.text)")
    }

    private func identity(_ suppression: Suppression) -> String {
        (suppression.rules.map(\.text) + [suppression.reason ?? ""]).joined(separator: " ")
    }
}
