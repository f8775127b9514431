import Evaluation
import Rules
import Templates
import Topology
import YAMLBridge

/// Checks templates: a pure function of files, configuration and catalog.
package enum Linter {
    /// Judges the templates of a request by its rules; the same for the same request.
    ///
    /// What goes wrong is told in the result's diagnostics: a lint never throws.
    package static func lint(_ request: LintRequest) -> LintResult {
        let reading = TemplateReading(request)
        let workload = reading.workload
        let nested = reading.nested

        var result = LintResult(failOn: request.configuration.failOn)
        result.ruleDocuments = request.ruleDocuments
        result.inputs = summaries(of: workload, request, reading.classifier.others + nested.failures)
        result.diagnostics = reading.diagnostics
        result.sources = reading.lines
        let problems = findings(of: workload, nested)
        do throws(RuleTrouble) {
            let stage = try RuleStage(request, workload)
            result.ruleConfiguration = stage.ruleConfiguration
            let outcome = try WitnessStage(reading: reading, rules: stage).confirmed(try stage.judge()).mergingChecks()
            let all = sorted(problems.compactMap(stage.adjusted) + outcome.findings)
            result.undecided = outcome.undecided
            suppress(all, in: &result, stage: stage, request: request, workload: workload)
            compare(&result, request: request)
        } catch {
            result.isJudged = false
            result.findings = sorted(problems)
            result.diagnostics += error.diagnostics
        }
        return result
    }

    /// Takes away what suppressions are for, and adds what is wrong with them.
    private static func suppress(
        _ findings: [Finding], in result: inout LintResult, stage: RuleStage, request: LintRequest, workload: Workload
    ) {
        let reader = SuppressionReader(result.sources.documents, stacks: workload.stacks)
        let suppressions = SuppressionStage(
            suppressions: reader.suppressions + request.configuredSuppressions, rules: stage.knownRules,
            today: request.today, requiresReasons: request.configuration.requiresReasons,
            files: Set(result.inputs.filter { $0.status == .ok }.map(\.file)),
            reportsUnused: !request.skipsUnrecognised)
        let outcome = suppressions.apply(to: findings, undecided: result.undecided)
        result.suppressed = outcome.suppressed
        let faults = (outcome.faults + reader.findings).compactMap(stage.adjusted)
        result.findings = sorted(outcome.findings + faults).withUniqueFingerprints()
    }

    /// Takes away what the baseline knows.
    private static func compare(_ result: inout LintResult, request: LintRequest) {
        guard let baseline = request.baseline else { return }
        let comparison = BaselineComparison(baseline, result: result, workingFolder: request.workingFolder)
        result.findings = comparison.new
        result.baseline = comparison.outcome
    }

    /// What the templates themselves have wrong; equal problems of a template that is used several times are one.
    private static func findings(of workload: Workload, _ nested: NestedDocuments) -> [Finding] {
        var seen: Set<[String]> = []
        let problems = workload.stacks.flatMap { stack in stack.problems.filter { $0.isRelevant(in: stack) } }
        return problems.compactMap { problem in
            let finding = TemplateProblemRule.finding(problem, explanations: nested.explanations)
            let start = finding.location.span.start
            let place = [finding.rule, finding.message, finding.location.file, "\(start.line):\(start.column)"]
            return seen.insert(place).inserted ? finding : nil
        }
    }

    /// Every file of the run, in the order of the input, nested templates that were found behind them.
    private static func summaries(
        of workload: Workload, _ request: LintRequest, _ others: [InputSummary]
    ) -> [InputSummary] {
        let templates = workload.stacks.map { stack in
            InputSummary(file: stack.document.path, kind: stack.kind, resources: stack.resourceCount, status: .ok)
        }
        let byFile = Dictionary((templates + others).map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
        var order: [String] = []
        var seen: Set<String> = []
        for file in request.sources.map(\.path) + (templates + others).map(\.file) where seen.insert(file).inserted {
            order.append(file)
        }
        return order.compactMap { byFile[$0] }
    }

    /// By place, then rule; of equal findings one stays.
    private static func sorted(_ findings: [Finding]) -> [Finding] {
        var seen: Set<Finding> = []
        return findings.filter { seen.insert($0).inserted }.sorted { left, right in
            if left.location.file != right.location.file {
                return left.location.file.utf8.lexicographicallyPrecedes(right.location.file.utf8)
            }
            if left.location.span.start != right.location.span.start {
                return left.location.span.start < right.location.span.start
            }
            return (left.rule, left.message, left.fingerprint) < (right.rule, right.message, right.fingerprint)
        }
    }
}
