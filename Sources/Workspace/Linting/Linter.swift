import Rules
import Templates

/// Checks templates: a pure function of files, configuration and catalog.
package enum Linter {
    /// Judges the templates of a request by its rules; the same for the same request.
    ///
    /// What goes wrong is told in the result's diagnostics: a lint never throws.
    package static func lint(_ request: LintRequest) -> LintResult {
        lint(request, TemplateReading(request.input, findsParents: true))
    }

    /// - Parameter reading: the templates of the request's input, for a caller that asks more of them.
    static func lint(_ request: LintRequest, _ reading: TemplateReading) -> LintResult {
        let configuration = request.input.configuration
        var result = LintResult(failOn: configuration.failOn)
        let stacks = reading.parents.asked(reading.workload.stacks, named: Set(request.input.sources.map(\.path)))
        let unasked = Set(reading.workload.stacks.map(\.document.path)).subtracting(stacks.map(\.document.path))
        result.ruleDocuments = request.ruleDocuments
        result.hasConfiguredBaseline = configuration.baseline != nil
        let off = SwitchedOff(reading.workload)
        result.inputs = summaries(of: stacks, reading, request.input, off)
        result.diagnostics = (reading.diagnostics + off.diagnostics).filter { $0.file.map { !unasked.contains($0) } ?? true }
        result.sources = reading.lines
        result.evidence = (reading.workload, reading.model)
        let problems = TemplateProblemRule.findings(
            in: stacks, unknownNames: reading.model.unknownNames.filter { !unasked.contains($0.origin.document.path) },
            explanations: reading.nested.explanations)
        do throws(RuleTrouble) {
            let judge = try JudgeStage(request, reading.model)
            result.ruleConfiguration = judge.ruleConfiguration
            let outcome = try WitnessStage(reading: reading, rules: judge).confirmed(try judge.judge())
            let verdicts = Verdicts(
                findings: outcome.findings.filter { !unasked.contains($0.location.file) } + problems,
                undecided: outcome.undecided.filter { !unasked.contains($0.location.file) })
            result.take(VerdictChain(request, judge, reading, inputs: result.inputs).run(verdicts))
            result.silences =
                Silence.silences(of: configuration, rules: judge.knownRules) + Silence.silences(of: result.suppressed)
        } catch {
            result.isJudged = false
            result.take(VerdictChain.withoutRules.run(Verdicts(findings: problems)))
            result.diagnostics += error.diagnostics
        }
        return result
    }

    /// Every file of the run, in the order of the input, nested templates that were found behind them.
    private static func summaries(
        of stacks: [Stack], _ reading: TemplateReading, _ input: ProjectInput, _ off: SwitchedOff
    ) -> [InputSummary] {
        let templates = stacks.map { stack in
            let planned = off.plans[stack.document.path]?.count ?? 0
            return InputSummary(
                file: stack.document.path, kind: stack.kind, resources: stack.resourceCount + planned,
                resourcesOff: min(off.counts[stack.document.path] ?? planned, stack.resourceCount + planned), status: .ok)
        }
        let all = templates + reading.classifier.others + reading.nested.failures
        let byFile = Dictionary(all.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
        var order: [String] = []
        var seen: Set<String> = []
        for file in input.sources.map(\.path) + all.map(\.file) where seen.insert(file).inserted { order.append(file) }
        return order.compactMap { byFile[$0] }
    }
}

extension LintResult {
    fileprivate mutating func take(_ verdicts: Verdicts) {
        findings = verdicts.findings
        undecided = verdicts.undecided
        suppressed = verdicts.suppressed
        baseline = verdicts.baseline
    }
}
