import Foundation
import TestSupport
import Testing

/// Follows the page from its first line to its last, as a stranger would.
@Suite("What docs/writing-rules.md shows")
struct WritingRulesTests {
    private static let page = "docs/writing-rules.md"
    /// Where the page's files go, in the order of its YAML blocks.
    private static let names = ["policy/ORG002-quick-retry.yaml", "policy/ORG002-quick-retry.test.yaml", "app.yaml"]

    private enum Step {
        case file(String, String)
        case console([String])
    }

    private func steps() throws -> [Step] {
        let text = try String(contentsOf: PackageFolder.root.appending(path: Self.page), encoding: .utf8)
        var names = Self.names[...]
        var steps: [Step] = []
        var block: (language: String, lines: [String])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if let open = block {
                if line == "```" {
                    if open.language == "yaml", let name = names.popFirst() {
                        steps.append(.file(name, open.lines.joined(separator: "\n") + "\n"))
                    } else if open.language == "console" {
                        steps.append(.console(open.lines))
                    }
                    block = nil
                } else {
                    block = (open.language, open.lines + [line])
                }
            } else if line.hasPrefix("```") {
                block = (String(line.dropFirst(3)), [])
            }
        }
        #expect(names.isEmpty, "the page has fewer files than the test knows")
        return steps
    }

    @Test("every file and command does what the page says")
    func page() throws {
        let folder = try TemporaryFolder()
        try folder.link("ecslint", to: try Program.path())
        var count = 0
        for step in try steps() {
            switch step {
            case .file(let name, let text): try folder.write(text, to: name)
            case .console(let lines):
                for (command, shown) in Self.commands(lines) {
                    let run = try ProgramRun(
                        "/bin/sh", ["-c", "PATH=.:$PATH; \(command)"], in: folder.path,
                        environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"])
                    let found = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                    #expect(Markdown.shows(shown, of: found), "\(command) says:\n\(run.output)\(run.errors)")
                    count += 1
                }
            }
        }
        #expect(count == 5)
    }

    /// Each `$ command` with the lines below it.
    private static func commands(_ lines: [String]) -> [(String, [String])] {
        lines.reduce(into: []) { commands, line in
            if line.hasPrefix("$ ") {
                commands.append((String(line.dropFirst(2)), []))
            } else if let last = commands.indices.last {
                commands[last].1.append(line)
            }
        }
    }

    @Test("what the last paragraph names works as well")
    func rest() throws {
        let folder = try TemporaryFolder()
        let run = { (arguments: [String]) in
            try ProgramRun(try Program.path(), arguments, in: folder.path, environment: ["PATH": "/usr/bin:/bin"])
        }
        #expect(try run(["rules", "new", "mine", "--folder", "policy"]).status == 0)
        #expect(try run(["explain", "ORG001", "--rules", "policy"]).output.contains("two weeks"))
        #expect(try run(["rules", "list", "--tag", "sqs"]).output.contains("SQS001"))
        #expect(try run(["rules", "docs", "--rules", "policy", "--folder", "pages"]).status == 0)
        #expect(try run(["rules", "docs", "--rules", "policy", "--folder", "pages", "--check"]).status == 0)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/pages/rules/ORG001.md"))
        #expect(FileManager.default.fileExists(atPath: folder.path + "/pages/model.md"))
    }
}
