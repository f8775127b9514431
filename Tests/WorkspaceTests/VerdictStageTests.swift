import Rules
import Testing
import YAMLBridge

@testable import Workspace

@Suite("Stages between rules and reports")
struct VerdictStageTests {
    private func finding(
        _ rule: String, line: Int = 1, message: String = "m", check: String = "c", file: String = "a.yaml",
        resource: String? = nil, severity: Severity = .warning, fingerprint: String = "f"
    ) -> Finding {
        let start = SourcePosition(line: line, column: 1)
        return Finding(
            rule: rule, name: rule.lowercased(), check: check, severity: severity, message: message, help: nil,
            location: Location(file: file, span: SourceSpan(start: start, end: start), resource: resource), related: [],
            fingerprint: fingerprint)
    }

    private func applied(_ stage: some VerdictStage, _ findings: [Finding]) -> [Finding] {
        var verdicts = Verdicts(findings: findings)
        stage.apply(to: &verdicts)
        return verdicts.findings
    }

    @Test("what several uses of a template say of one place is said once, by the first of them")
    func merges() {
        let findings = [
            finding("TPL002", line: 3, resource: "B/Jobs"), finding("TPL002", line: 3, resource: "A/Jobs"),
            finding("TPL002", line: 3, message: "other"), finding("TPL002", line: 2), finding("SQS001", line: 3),
            finding("TPL002", line: 3, check: "d"),
        ]
        let merged = applied(MergeStage(), findings)
        #expect(merged.map(\.rule) == ["TPL002", "SQS001", "TPL002", "TPL002", "TPL002"])
        #expect(merged[2].location.resource == "A/Jobs")
        #expect(applied(MergeStage(), merged) == merged)
        #expect(applied(MergeStage(), findings.reversed()) == merged)
    }

    @Test("the configuration's word on rules of no file; rules of files have heard it already")
    func severities() {
        let stage = SeverityStage(
            RuleConfiguration(
                ignore: ["TPL001"], overrides: ["TPL002": .init(severity: .note), "SQS001": .init(severity: .error)]))
        let findings = applied(
            stage, [finding("TPL001"), finding("TPL002"), finding("SUP001"), finding("SQS001")])
        #expect(findings.map(\.rule) == ["TPL002", "SUP001", "SQS001"])
        #expect(findings.map(\.severity) == [.note, .warning, .warning])
    }

    @Test("equal fingerprints are numbered from the second on")
    func fingerprints() {
        let findings = applied(
            FingerprintStage(), [finding("A", fingerprint: "x"), finding("B", fingerprint: "y"), finding("C", fingerprint: "x")])
        #expect(findings.prefix(2).map(\.fingerprint) == ["x", "y"])
        #expect(Set(findings.map(\.fingerprint)).count == 3)
    }

    @Test("by file, line, rule; files in the order of their bytes")
    func sorts() {
        let sorted = [
            finding("SQS002", line: 9, file: "B.yaml"), finding("SQS001", line: 2), finding("SQS002", line: 2),
            finding("SQS001", line: 10), finding("SQS001", line: 1, file: "é.yaml"),
        ]
        #expect(applied(SortStage(), sorted.reversed()) == sorted)
        #expect(applied(SortStage(), sorted) == sorted)
    }

    @Test("a run without a baseline keeps its findings")
    func noBaseline() {
        let request = LintRequest(ProjectInput(sources: []))
        let stage = BaselineStage(request, configuration: RuleConfiguration(), files: ["a.yaml"])
        #expect(applied(stage, [finding("SQS001")]).count == 1)
    }

    @Test("the chain runs in the order of its name")
    func chain() throws {
        let request = LintRequest(ProjectInput(sources: []))
        let reading = TemplateReading(request.input)
        let judge = try JudgeStage(request, reading.model)
        let names = VerdictChain(request, judge, reading, inputs: []).stages.map { String(describing: type(of: $0)) }
        #expect(
            names == [
                "MergeStage", "SeverityStage", "SuppressionStage", "FingerprintStage", "BaselineStage", "SortStage",
            ])
    }
}
