import Rules
import Workspace

/// GitLab's Code Quality report.
///
/// Source: docs.gitlab.com/ci/testing/code_quality, "Code Quality report format": a list of objects with `description`,
/// `check_name`, a `fingerprint` of its own for each, `severity` and `location`.
package struct GitLabReport: Sendable {
    private let result: LintResult

    /// Creates the report of a lint.
    package init(_ result: LintResult) {
        self.result = result
    }

    /// A JSON array, with a line feed at its end.
    package var text: String {
        let troubles = result.diagnostics.filter { $0.severity == .error }.map(value)
        return JSONValue.array(troubles + result.findings.map(value)).text
    }

    private func value(_ finding: Finding) -> JSONValue {
        let severity: JSONValue =
            switch finding.severity {
            case .error: "critical"
            case .warning: "minor"
            case .note: "info"
            }
        return value(
            "\(finding.message)\(finding.help.map { "\n\($0)" } ?? "")", check: "\(finding.rule) \(finding.name)",
            finding.fingerprint, severity, file: finding.location.file, line: finding.location.span.start.line)
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
