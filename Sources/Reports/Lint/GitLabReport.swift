import Rules
import Workspace

/// GitLab's Code Quality report.
///
/// Source: docs.gitlab.com/ci/testing/code_quality, "Code Quality report format": a list of objects with `description`,
/// `check_name`, a `fingerprint` of its own for each, `severity` and `location`.
public struct GitLabReport: Sendable {
    private let result: LintResult

    public init(_ result: LintResult) {
        self.result = result
    }

    public var text: String {
        var seen: [String: Int] = [:]
        let troubles = result.diagnostics.filter { $0.severity == .error }.map(value)
        let findings = result.findings.map { finding in
            let count = seen[finding.fingerprint, default: 0]
            seen[finding.fingerprint] = count + 1
            // Findings that only their messages tell apart; GitLab would show one of them.
            let fingerprint = count == 0 ? finding.fingerprint : Fingerprint.make([finding.fingerprint, "\(count)"])
            return value(finding, fingerprint)
        }
        return JSONValue.array(troubles + findings).text
    }

    private func value(_ finding: Finding, _ fingerprint: String) -> JSONValue {
        let severity: JSONValue =
            switch finding.severity {
            case .error: "critical"
            case .warning: "minor"
            case .note: "info"
            }
        return value(
            "\(finding.message)\(finding.help.map { "\n\($0)" } ?? "")", check: "\(finding.rule) \(finding.name)",
            fingerprint, severity, file: finding.location.file, line: finding.location.span.start.line)
    }

    /// Trouble of the run, so that a report which is missing findings says so; it is about the first line of what it names.
    private func value(_ diagnostic: Diagnostic) -> JSONValue {
        value(
            "\(diagnostic.message)\(diagnostic.help.map { "\n\($0)" } ?? "")", check: "ecslint \(diagnostic.code)",
            Fingerprint.make([diagnostic.code, diagnostic.file ?? "", diagnostic.message]), "blocker",
            file: diagnostic.file ?? ConfigurationFile.name, line: diagnostic.span?.start.line ?? 1)
    }

    private func value(
        _ description: String, check: String, _ fingerprint: String, _ severity: JSONValue, file: String, line: Int
    ) -> JSONValue {
        .members([
            "description": .string(description),
            "check_name": .string(check),
            "fingerprint": .string(fingerprint),
            "severity": severity,
            "location": .members(["path": .string(file), "lines": .members(["begin": .integer(line)])]),
        ])
    }
}
