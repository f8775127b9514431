import Evaluation
import Rules
import Templates
import YAMLBridge

@testable import Workspace

/// Made-up results for the reports' tests.
enum Sample {
    static func span(_ line: Int, _ start: Int, _ end: Int) -> SourceSpan {
        SourceSpan(start: SourcePosition(line: line, column: start), end: SourcePosition(line: line, column: end))
    }

    /// A finding on line 2 of `queue.yaml`, columns 5 to 9.
    static func finding(
        severity: Severity = .error, message: String = "too short", help: String? = "Make it longer.",
        file: String = "queue.yaml",
        span: SourceSpan = Sample.span(2, 5, 9), related: [RelatedLocation] = [], resource: String? = "Jobs"
    ) -> Finding {
        Finding(
            rule: "SQS007", name: "visibility-timeout-covers-processing", check: "too-short", severity: severity,
            message: message, help: help,
            location: Location(file: file, span: span, resource: resource, path: "Properties.VisibilityTimeout"),
            related: related, fingerprint: "0123456789abcdef")
    }

    /// A result whose one file `queue.yaml` holds `lines`.
    static func result(_ findings: [Finding] = [Sample.finding()], lines: [String] = ["first", "    text here"]) -> LintResult {
        var result = LintResult(findings: findings)
        result.inputs = [InputSummary(file: "queue.yaml", kind: .cloudFormation, resources: 3, status: .ok)]
        result.sources.add(Array(lines.joined(separator: "\n").utf8), path: "queue.yaml")
        return result
    }

    /// The finding, suppressed by a comment that says "known".
    static func suppressed(at place: Location) -> SuppressedFinding {
        let directive = SuppressionDirective(rules: ["SQS007"], until: nil, reason: "known")
        return SuppressedFinding(
            finding: finding(),
            suppression: Suppression(
                kind: .comment, directive: directive, location: place, scope: .region(file: place.file, place.span)))
    }

    static let rule = RuleDescription(
        id: "SQS007", name: "visibility-timeout-covers-processing", severity: .error, tags: ["security", "sqs"],
        confidence: "medium", securitySeverity: "5.0", what: "Reports what.", why: "Because.", exceptions: "Heartbeats.",
        bad: "VisibilityTimeout: 30", good: "VisibilityTimeout: 120", references: ["https://example.com/a"])
}
