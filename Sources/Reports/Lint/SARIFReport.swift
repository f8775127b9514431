import Rules
import Workspace
import YAMLBridge

/// SARIF 2.1.0 as GitHub's code scanning takes it.
///
/// One run; places are relative to `%SRCROOT%`, the folder that ecslint ran in; trouble of the run stands under its
/// invocation.
public struct SARIFReport: Sendable {
    private let result: LintResult
    private let rules: [RuleDescription]
    private let ruleIndices: [String: Int]

    /// - Parameter rules: every rule that a finding may name.
    public init(_ result: LintResult, rules: [RuleDescription]) {
        self.result = result
        self.rules = rules
        ruleIndices = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public var text: String {
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
                    "invocations": .array([invocation]),
                    "results": .array(result.findings.map(value)),
                ])
            ]),
        ])
        return report.text
    }

    private var driver: JSONValue {
        .members([
            "name": "ecslint",
            "version": .string(ToolVersion.current),
            "semanticVersion": .string(ToolVersion.current),
            "informationUri": "https://github.com/ecslint/ecslint",
            "rules": .array(rules.map(\.sarif)),
        ])
    }

    private var invocation: JSONValue {
        .members([
            "executionSuccessful": .bool(result.exitStatus != .unreliable),
            "exitCode": .integer(Int(result.exitStatus.rawValue)),
            "toolExecutionNotifications": .array(result.diagnostics.map(notification)),
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

    private func value(_ finding: Finding) -> JSONValue {
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
            "relatedLocations": .array(finding.related.enumerated().map { relatedLocation($1, id: $0 + 1) }),
            "partialFingerprints": .members(["ecslint/v1": .string(finding.fingerprint)]),
            "properties": .members(["check": .string(finding.check)]),
        ])
    }

    private func relatedLocation(_ related: RelatedLocation, id: Int) -> JSONValue {
        .members([
            "id": .integer(id),
            "message": .members(["text": .string(related.message)]),
            "physicalLocation": physicalLocation(file: related.location.file, span: related.location.span),
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
        path.utf8.reduce(into: "") { uri, byte in
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
