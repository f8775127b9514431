/// The way of every verdict, those on templates and suppressions included: judge → confirm (``WitnessStage``) → merge →
/// severity → suppress → number → baseline → sort.
struct VerdictChain {
    /// In the order in which they run.
    let stages: [any VerdictStage]

    /// The chain of a run whose rules were asked.
    init(_ request: LintRequest, _ judge: JudgeStage, _ reading: TemplateReading, inputs: [InputSummary]) {
        let severity = SeverityStage(judge.ruleConfiguration)
        let checked = inputs.filter { $0.status == .ok }.map(\.file)
        stages = [
            MergeStage(), severity,
            SuppressionStage(request, reading, rules: judge.knownRules, files: Set(checked), severity: severity),
            FingerprintStage(),
            BaselineStage(request, configuration: judge.ruleConfiguration, files: checked),
            SortStage(),
        ]
    }

    /// The chain of a run whose rules could not be asked: what is configured about them may be wrong as well.
    private init() {
        stages = [MergeStage(), SortStage()]
    }

    static var withoutRules: VerdictChain { VerdictChain() }

    func run(_ verdicts: Verdicts) -> Verdicts {
        var verdicts = verdicts
        for stage in stages { stage.apply(to: &verdicts) }
        return verdicts
    }
}
