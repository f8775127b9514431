import Foundation
import FoundationXML
import Rules
import Testing
import Text
import Workspace

@testable import Reports

@Suite("Reports for CI servers")
struct CIReportTests {
    private static let evil = "a%b\r\n::error::x, c: d | <b> & \"q\" 'r' `s` @team #12 \u{1B}[0m \u{202E} \u{FFFE} é😀"

    private func finding(_ severity: Severity, _ number: Int = 1, message: String = "m") -> Finding {
        Finding(
            rule: "SQS010", name: "n", check: "c", severity: severity, message: message, help: "Mend it.",
            location: Location(file: "a.yaml", span: Sample.span(number, 5, 9), resource: "Jobs", path: "Properties.A"),
            related: [], fingerprint: "0123456789abcdef")
    }

    private func result(_ findings: [Finding], file: String = "a.yaml") -> LintResult {
        var result = LintResult(findings: findings)
        result.inputs = [InputSummary(file: file, kind: .cloudFormation, resources: 1, status: .ok)]
        return result
    }

    // MARK: - GitHub

    @Test("a command for each finding, the most severe first")
    func gitHub() {
        let text = GitHubReport(result([finding(.note), finding(.error, 2), finding(.warning)])).text
        #expect(
            text == """
                ::error file=a.yaml,line=2,endLine=2,col=5,endColumn=8,title=SQS010 n::m%0AMend it.
                ::warning file=a.yaml,line=1,endLine=1,col=5,endColumn=8,title=SQS010 n::m%0AMend it.
                ::notice file=a.yaml,line=1,endLine=1,col=5,endColumn=8,title=SQS010 n::m%0AMend it.

                """)
    }

    @Test("no text of a template ends a command or begins one")
    func gitHubEscapes() {
        var result = result([finding(.error, message: Self.evil)])
        result.diagnostics = [Diagnostic(code: "file", message: "gone", file: "a,b:c%\n.yaml")]
        let lines = GitHubReport(result).text.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0] == "::error file=a%2Cb%3Ac%25%0A.yaml,title=ecslint%3A file::gone")
        #expect(
            lines[1].hasSuffix(
                "::a%25b%0D%0A::error::x, c: d | <b> & \"q\" 'r' `s` @team #12 \\u{1B}[0m \\u{202E} \u{FFFE} é😀%0AMend it."))
    }

    @Test("of more than ten of a kind it says how many GitHub does not show")
    func gitHubLimit() {
        let text = GitHubReport(result((1...12).map { finding(.error, $0) } + [finding(.note)])).text
        let lines = text.split(separator: "\n")
        #expect(lines.count == 14)
        #expect(lines[12] == "2 more errors in this log only: GitHub shows 10 of a kind for a step.")
    }

    // MARK: - GitLab

    @Test("GitLab's members")
    func gitLab() throws {
        var result = result([finding(.error), finding(.error, message: "other"), finding(.note)])
        result.diagnostics = [Diagnostic(code: "parse", message: "bad", file: "b.yaml", span: Sample.span(3, 1, 2))]
        let issues = try #require(
            JSONSerialization.jsonObject(with: Data(GitLabReport(result).text.utf8)) as? [[String: Any]])
        #expect(issues.map { $0["severity"] as? String } == ["blocker", "critical", "critical", "info"])
        #expect(issues[1]["fingerprint"] as? String == "0123456789abcdef")
        #expect(issues[1]["check_name"] as? String == "SQS010 n")
        for issue in issues {
            #expect((issue["description"] as? String)?.isEmpty == false)
            let location = try #require(issue["location"] as? [String: Any])
            #expect((location["path"] as? String)?.hasPrefix("/") == false)
            #expect(((location["lines"] as? [String: Int])?["begin"] ?? 0) >= 1)
        }
    }

    @Test("no finding is an empty list")
    func gitLabEmpty() { #expect(GitLabReport(result([])).text == "[]\n") }

    // MARK: - JUnit

    /// The elements of an XML text by name, with their attributes.
    private final class Elements: NSObject, XMLParserDelegate {
        var found: [(name: String, attributes: [String: String])] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) { found.append((name, attributes)) }
    }

    @Test("what fails the run fails, what does not is skipped, a clean file passes, trouble is an error")
    func jUnit() throws {
        var result = result([finding(.error), finding(.warning)])
        result.inputs.append(InputSummary(file: "clean.yaml", kind: .cloudFormation, resources: 1, status: .ok))
        result.inputs.append(InputSummary(file: "other.yaml", kind: .unrecognised, resources: 0, status: .skipped))
        result.diagnostics = [Diagnostic(code: "flag", message: "bad")]
        let text = JUnitReport(result, day: CivilDay(number: 20_000)).text
        let parser = XMLParser(data: Data(text.utf8))
        let elements = Elements()
        parser.delegate = elements
        #expect(parser.parse())
        let suites = elements.found.filter { $0.name == "testsuite" }.map(\.attributes)
        #expect(suites.map { $0["name"] } == ["a.yaml", "clean.yaml", "ecslint"])
        #expect(suites[0]["tests"] == "2" && suites[0]["failures"] == "1" && suites[0]["skipped"] == "1")
        #expect(suites[1]["tests"] == "1" && suites[1]["failures"] == "0")
        #expect(suites[2]["errors"] == "1")
        #expect(suites[0]["timestamp"] == "2024-10-04T00:00:00")
        #expect(elements.found.filter { $0.name == "testcase" }.count == 4)
    }

    @Test("any text is well-formed XML and comes back readable")
    func jUnitEscapes() throws {
        let text = JUnitReport(result([finding(.error, message: Self.evil)]), day: CivilDay(number: 0)).text
        let parser = XMLParser(data: Data(text.utf8))
        let elements = Elements()
        parser.delegate = elements
        #expect(parser.parse())
        let failure = try #require(elements.found.first { $0.name == "failure" })
        #expect(failure.attributes["message"]?.hasPrefix("a%b\\r\n::error::x, c: d | <b> & \"q\"") == true)
    }

    // MARK: - Markdown

    @Test("findings by severity, what to do folded away")
    func markdown() {
        let text = MarkdownReport(result([finding(.warning), finding(.error)])).text
        #expect(text.hasPrefix("## ecslint: something to fix\n\n| errors | warnings |"))
        let places = ["**error [SQS010]", "**warning [SQS010]"].compactMap { text.range(of: $0)?.lowerBound }
        #expect(places.count == 2 && places == places.sorted())
        #expect(text.contains("<details><summary>How to fix it</summary>\n\nMend it.\n\n</details>"))
    }

    @Test("no text of a template formats, links or calls anybody")
    func markdownEscapes() {
        let text = MarkdownReport(result([finding(.error, message: Self.evil)])).text
        #expect(
            text.contains(
                "a%b  ::error::x, c: d \\| &lt;b&gt; &amp; \"q\" 'r' \\`s\\` @<!-- -->team #<!-- -->12 \\\\u{1B}\\[0m")
                || text.contains(
                    "a%b  ::error::x, c: d \\| &lt;b&gt; &amp; \"q\" 'r' \\`s\\` @<!-- -->team #<!-- -->12 \\u{1B}\\[0m")
        )
        #expect(MarkdownText.code("a`b``c") == "```a`b``c```")
    }

    @Test("a comment stays within its size, the most severe findings in it")
    func markdownLimit() {
        let many = (1...2000).map { finding(.warning, $0, message: String(repeating: "é", count: 100)) } + [finding(.error, 9)]
        let text = MarkdownReport(result(many)).text
        #expect(text.utf8.count <= 65_536)
        #expect(text.utf8.count > 60_000)
        #expect(text.contains("**error [SQS010]"))
        #expect(text.contains(/…and \d+ more that this comment has no room for\./))
    }
}
