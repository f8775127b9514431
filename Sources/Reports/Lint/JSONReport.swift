import Evaluation
import Rules
import Workspace
import YAMLBridge

/// The report that scripts and editors read; its form is a promise.
package struct JSONReport: Sendable {
    private let result: LintResult
    private let showsSuppressed: Bool

    /// - Parameter showsSuppressed: also lists what suppressions and the baseline took away.
    package init(_ result: LintResult, showsSuppressed: Bool = false) {
        self.result = result
        self.showsSuppressed = showsSuppressed
    }

    /// A JSON object of version 1 of the format, with a line feed at its end.
    package var text: String {
        let report: JSONValue = .members([
            "version": 1,
            "tool": .members(["name": "ecslint", "version": .string(ToolVersion.current)]),
            "summary": summary,
            "switchedOff": result.silences.isEmpty ? nil : .array(result.silences.map(Self.value)),
            "inputs": .array(result.inputs.map(value)),
            "findings": .array(result.findings.map(Self.value)),
            "undecided": .array(result.undecided.map(value)),
            "suppressed": showsSuppressed ? .array(result.hiddenFindings.map(value)) : nil,
            "baseline": result.baseline.map(value),
            "diagnostics": .array(result.diagnostics.map(Self.value)),
        ])
        return report.text
    }

    private static func value(_ silence: Silence) -> JSONValue {
        .members([
            "file": .string(silence.file), "line": (silence.span?.start.line).map(JSONValue.integer),
            "message": .string(silence.message),
        ])
    }

    private var summary: JSONValue {
        .members([
            "files": .integer(result.inputs.count),
            "templates": .integer(result.templateCount),
            "resources": .integer(result.resourceCount),
            "errors": .integer(result.count(of: .error)),
            "warnings": .integer(result.count(of: .warning)),
            "notes": .integer(result.count(of: .note)),
            "undecided": .integer(result.undecided.count),
            "suppressed": .integer(result.suppressed.count),
            "baselined": (result.baseline?.known.count).map(JSONValue.integer),
        ])
    }

    private func value(_ baseline: BaselineOutcome) -> JSONValue {
        .members([
            "file": .string(baseline.path), "known": .integer(baseline.known.count),
            "gone": .array(
                baseline.gone.map { entry in
                    .members([
                        "file": .string(entry.file), "rule": .string(entry.rule), "check": .string(entry.check),
                        "resource": entry.resource.map(JSONValue.string), "path": entry.path.map(JSONValue.string),
                    ])
                }),
        ])
    }

    private func value(_ input: InputSummary) -> JSONValue {
        .members([
            "file": .string(input.file), "kind": .string(input.kind.rawValue), "resources": .integer(input.resources),
            "status": .string(input.status.rawValue),
        ])
    }

    private func value(_ hidden: HiddenFinding) -> JSONValue {
        guard case .object(let members) = Self.value(hidden.finding) else { return .null }
        let suppression: JSONValue = .members([
            "kind": .string(hidden.kind), "reason": hidden.reason.map(JSONValue.string),
            "until": hidden.until.map(JSONValue.string), "location": hidden.location.map(Self.value),
        ])
        return .object(members + [("suppression", suppression)])
    }

    static func value(_ finding: Finding) -> JSONValue {
        .members([
            "rule": .string(finding.rule),
            "name": .string(finding.name),
            "check": .string(finding.check),
            "severity": .string(finding.severity.rawValue),
            "message": .string(finding.message),
            "help": finding.help.map(JSONValue.string),
            "location": value(finding.location),
            "related": .array(
                finding.related.map { .members(["message": .string($0.message), "location": value($0.location)]) }),
            "fingerprint": .string(finding.fingerprint),
            "witness": witness(of: finding),
        ])
    }

    /// The values of open inputs under which the check fails; `nil` where it fails whatever they are.
    static func witness(of finding: Finding) -> JSONValue? {
        let entries = finding.witness.entries
        guard !entries.isEmpty else { return nil }
        return .array(
            entries.map { entry in
                let kind: String
                switch entry.kind {
                case .parameter: kind = "parameter"
                case .variable: kind = "variable"
                case .deployment: kind = "deployment"
                }
                return .members([
                    "name": .string(entry.name), "kind": .string(kind),
                    "value": entry.isSecret ? .string("(not shown)") : value(entry.datum),
                ])
            })
    }

    private static func value(_ datum: Datum) -> JSONValue {
        switch datum {
        case .null: .null
        case .text(let text): .string(text)
        case .number(let digits): Int(digits).map(JSONValue.integer) ?? .string(digits)
        case .truth(let truth): .bool(truth)
        case .list(let elements): .array(elements.map(value))
        case .map(let members): .object(members.sorted { $0.key < $1.key }.map { ($0.key, value($0.value)) })
        }
    }

    private func value(_ verdict: UndecidedVerdict) -> JSONValue {
        .members([
            "rule": .string(verdict.rule),
            "name": .string(verdict.name),
            "check": .string(verdict.check),
            "resource": .string(verdict.resource),
            "reasons": .array(verdict.reasons.map(JSONValue.string)),
            "location": Self.value(verdict.location),
        ])
    }

    static func value(_ diagnostic: Diagnostic) -> JSONValue {
        .members([
            "severity": .string(diagnostic.severity.rawValue),
            "code": .string(diagnostic.code),
            "message": .string(diagnostic.message),
            "help": diagnostic.help.map(JSONValue.string),
            "location": diagnostic.file.map { location(file: $0, span: diagnostic.span) },
            "related": .array(
                diagnostic.related.map { related in
                    .members([
                        "message": .string(related.message),
                        "location": diagnostic.file.map { location(file: $0, span: related.span) },
                    ])
                }),
        ])
    }

    static func value(_ place: Location) -> JSONValue {
        location(
            file: place.file, span: place.span, resource: place.resource, path: place.path,
            constructPath: place.constructPath)
    }

    private static func location(
        file: String, span: SourceSpan?, resource: String? = nil, path: String? = nil, constructPath: String? = nil
    ) -> JSONValue {
        .members([
            "file": .string(file),
            "start": (span?.start).map(value),
            "end": (span?.end).map(value),
            "resource": resource.map(JSONValue.string),
            "path": path.map(JSONValue.string),
            "cdkPath": constructPath.map(JSONValue.string),
        ])
    }

    private static func value(_ position: SourcePosition) -> JSONValue {
        .members(["line": .integer(position.line), "column": .integer(position.column)])
    }
}
