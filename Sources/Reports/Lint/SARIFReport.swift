import Rules
import Text
import Workspace
import YAMLBridge

/// SARIF 2.1.0 as GitHub's code scanning takes it.
///
/// One run; places are relative to `%SRCROOT%`, the folder that ecslint ran in; trouble of the run stands under its
/// invocation. What GitHub would refuse is left out, the least severe first, and a notification says how much.
package struct SARIFReport: Sendable {
    private let result: LintResult
    private let rules: [RuleDescription]
    private let ruleIndices: [String: Int]
    private let showsSuppressed: Bool
    private let limits: SARIFLimits

    /// - Parameters:
    ///   - rules: every rule that a finding may name.
    ///   - showsSuppressed: also lists what suppressions and the baseline took away, marked as suppressed.
    package init(
        _ result: LintResult, rules: [RuleDescription], showsSuppressed: Bool = false, limits: SARIFLimits = .gitHub
    ) {
        self.result = result
        self.showsSuppressed = showsSuppressed
        self.limits = limits
        self.rules = rules
        ruleIndices = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A log of one run as JSON, with a line feed at its end.
    package var text: String {
        let results = results
        let report: JSONValue = .members([
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": .array([
                .members([
                    "tool": .members(["driver": driver]),
                    "columnKind": "unicodeCodePoints",
                    "originalUriBaseIds": .members([
                        "%SRCROOT%": .members([
                            "description": .members(["text": "The folder that ecslint ran in."])
                        ])
                    ]),
                    "invocations": .array([invocation(leftOut: results.count - limits.results)]),
                    "results": .array(results.prefix(limits.results).map(\.value)),
                ])
            ]),
        ])
        return report.text
    }

    /// The most severe first, else in the order of the report: so that what is left out matters least.
    private var results: [(severity: Severity, value: JSONValue)] {
        let hidden = showsSuppressed ? result.hiddenFindings : []
        let all = result.findings.map { ($0.severity, value($0)) } + hidden.map { ($0.finding.severity, value($0)) }
        return all.enumerated().sorted { ($1.element.0, $0.offset) < ($0.element.0, $1.offset) }.map(\.element)
    }

    private var driver: JSONValue {
        .members([
            "name": "ecslint",
            "version": .string(ToolVersion.current),
            "semanticVersion": .string(ToolVersion.current),
            "informationUri": "https://github.com/ecslint/ecslint",
            "rules": .array(rules.prefix(limits.rules).map { $0.sarif(within: limits) }),
        ])
    }

    private func invocation(leftOut: Int) -> JSONValue {
        var notifications = result.diagnostics.map(notification) + result.silences.map(notification)
        if leftOut > 0 { notifications.append(notice(leftOut)) }
        return .members([
            "executionSuccessful": .bool(result.exitStatus != .unreliable),
            "exitCode": .integer(Int(result.exitStatus.rawValue)),
            "toolExecutionNotifications": .array(notifications),
        ])
    }

    private func notification(_ silence: Silence) -> JSONValue {
        notification(
            Diagnostic(
                severity: .note, code: "switched-off", message: silence.message, help: nil, file: silence.file,
                span: silence.span))
    }

    private func notice(_ leftOut: Int) -> JSONValue {
        .members([
            "level": "note",
            "descriptor": .members(["id": "limit"]),
            "message": message(
                "\(leftOut) of the least severe findings are left out: code scanning takes \(limits.results)",
                help: "Check fewer templates in one run, or draw a line with a baseline."),
        ])
    }

    private func notification(_ diagnostic: Diagnostic) -> JSONValue {
        .members([
            "level": .string(diagnostic.severity.rawValue),
            "descriptor": .members(["id": .string(diagnostic.code)]),
            "message": message(diagnostic.message, help: diagnostic.help),
            "locations": diagnostic.file.map { file in
                .array([.members(["physicalLocation": physicalLocation(file: file, span: diagnostic.span)])])
            },
        ])
    }

    private func value(_ hidden: HiddenFinding) -> JSONValue {
        guard case .object(let members) = value(hidden.finding, baselineState: hidden.kind == "baseline" ? "unchanged" : nil)
        else { return .null }
        let suppression: JSONValue = .members([
            "kind": hidden.isInSource ? "inSource" : "external", "status": "accepted",
            "location": hidden.location.map { place in
                .members(["physicalLocation": physicalLocation(file: place.file, span: place.span)])
            },
            "justification": .string(hidden.reason ?? hidden.explanation),
        ])
        return .object(members + [("suppressions", .array([suppression]))])
    }

    private func value(_ finding: Finding) -> JSONValue {
        value(finding, baselineState: result.baseline == nil ? nil : "new")
    }

    private func value(_ finding: Finding, baselineState: JSONValue?) -> JSONValue {
        .members([
            "ruleId": .string(finding.rule),
            "ruleIndex": ruleIndices[finding.rule].map(JSONValue.integer),
            "level": .string(finding.severity.rawValue),
            "message": message(finding.message, help: finding.help),
            "locations": .array([
                .members([
                    "physicalLocation": physicalLocation(file: finding.location.file, span: finding.location.span),
                    "logicalLocations": .array([logicalLocation(finding.location)]),
                ])
            ]),
            "relatedLocations": .array(
                finding.related.prefix(limits.locations - 1).enumerated().map { relatedLocation($1, id: $0 + 1) }),
            "baselineState": baselineState,
            "partialFingerprints": .members(["ecslint/v1": .string(finding.fingerprint)]),
            "properties": .members([
                "check": .string(finding.check), "witness": JSONReport.witness(of: finding),
            ]),
        ])
    }

    private func relatedLocation(_ related: RelatedLocation, id: Int) -> JSONValue {
        .members([
            "id": .integer(id),
            "message": .members(["text": .string(related.message)]),
            "physicalLocation": physicalLocation(file: related.location.file, span: related.location.span),
            // A plan is one line: the address tells where the other end is.
            "logicalLocations": related.location.resource.map { _ in .array([logicalLocation(related.location)]) },
        ])
    }

    private func message(_ message: String, help: String?) -> JSONValue {
        .members(["text": .string(help.map { "\(message)\n\($0)" } ?? message)])
    }

    /// The resource, or the whole template for what concerns no resource.
    private func logicalLocation(_ location: Location) -> JSONValue {
        guard let resource = location.resource else {
            return .members(["name": .string(location.path ?? "template"), "kind": "module"])
        }
        let name = location.path.map { "\(resource).\($0)" }
        return .members([
            "name": .string(resource), "fullyQualifiedName": .string(name ?? resource), "kind": "resource",
            "properties": location.constructPath.map { .members(["cdkPath": .string($0)]) },
        ])
    }

    private func physicalLocation(file: String, span: SourceSpan?) -> JSONValue {
        .members([
            "artifactLocation": .members([
                "uri": .string(Self.percentEncoded(file)), "uriBaseId": "%SRCROOT%",
            ]),
            "region": span.map(region),
        ])
    }

    private func region(_ span: SourceSpan) -> JSONValue {
        let hasExtent = span.start < span.end
        return .members([
            "startLine": .integer(span.start.line),
            "startColumn": .integer(span.start.column),
            "endLine": hasExtent ? .integer(span.end.line) : nil,
            "endColumn": hasExtent ? .integer(span.end.column) : nil,
        ])
    }

    /// A path as a relative URI reference; a colon in the first component would read as a scheme.
    private static func percentEncoded(_ path: String) -> String {
        PathText.bytes(of: path).reduce(into: "") { uri, byte in
            let isPlain =
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-._~/".utf8.contains(byte)
            if isPlain {
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                uri += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
    }
}
