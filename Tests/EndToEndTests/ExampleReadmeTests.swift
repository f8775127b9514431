import Foundation
import TestSupport
import Testing

/// The parts of the examples' README files that the program itself writes.
@Suite("What the examples' READMEs show")
struct ExampleReadmeTests {
    private static let examples = ["background-worker", "backlog-lambda", "event-driven", "fargate-nested", "managed-ec2"]
    /// `ECSLINT_UPDATE=1` writes them anew.
    private static let isUpdating = ProcessInfo.processInfo.environment["ECSLINT_UPDATE"] == "1"

    private struct Report: Decodable {
        struct Finding: Decodable {
            struct Location: Decodable {
                struct Position: Decodable {
                    let line: Int
                }
                let file: String
                let resource: String?
                let start: Position
            }
            let rule: String
            let name: String
            let severity: String
            let location: Location
        }
        let findings: [Finding]
    }

    @Test("graphs and findings are those of the program", arguments: examples)
    func readme(_ name: String) throws {
        let url = PackageFolder.root.appending(path: "examples/\(name)/README.md")
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let template = "examples/\(name)/\(name == "fargate-nested" ? "pipeline.yaml" : "template.yaml")"
        let graph = try run(["graph", template, "--format", "mermaid"])
        try #require(graph.status == 0, "\(graph.errors)")
        var renewed = try replacing("graph", in: text, by: "\n```mermaid\n\(graph.output)```\n\n")
        renewed = try replacing("findings", in: renewed, by: findings(in: template))
        if Self.isUpdating {
            try Data(renewed.utf8).write(to: url)
        } else {
            #expect(text == renewed, "\(name): write it anew with ECSLINT_UPDATE=1 swift test --filter ExampleReadmeTests")
        }
    }

    private func run(_ arguments: [String]) throws -> ProgramRun {
        try ProgramRun(
            try Program.path(), arguments, in: PackageFolder.root.path, environment: ["PATH": "/usr/bin:/bin"])
    }

    private func replacing(_ part: String, in text: String, by block: String) throws -> String {
        let start = try #require(
            text.range(of: "<!-- \(part): written by ECSLINT_UPDATE=1 swift test --filter ExampleReadmeTests -->\n"))
        let end = try #require(text.range(of: "<!-- end of \(part) -->\n"))
        return text.replacingCharacters(in: start.upperBound..<end.lowerBound, with: block)
    }

    /// A table of all findings, the most severe first, and the exit code.
    private func findings(in template: String) throws -> String {
        let lint = try run(["lint", template, "--format", "json"])
        let found = try JSONDecoder().decode(Report.self, from: Data(lint.output.utf8)).findings
        var rows = ["", "| severity | rule | where |", "|---|---|---|"]
        for severity in ["error", "warning", "note"] {
            for finding in found where finding.severity == severity {
                let place = finding.location
                let file = place.file.split(separator: "/").last.map(String.init) ?? place.file
                rows.append(
                    "| \(severity) | [\(finding.rule)](../../docs/rules/\(finding.rule).md) \(finding.name) "
                        + "| \(place.resource.map { "`\($0)`, " } ?? "")\(file):\(place.start.line) |")
            }
        }
        return (rows + ["", "The exit code is \(lint.status).", "", ""]).joined(separator: "\n")
    }
}
