import Reports
import Rules
import Testing
import Workspace

@Suite("The report for people")
struct TextReportTests {
    private func text(_ result: LintResult, change: (inout TextReport.Options) -> Void = { _ in }) -> String {
        var options = TextReport.Options()
        change(&options)
        return TextReport(result, options: options).text
    }

    /// The two lines of the first frame: source and underline, without their margin.
    private func frame(_ line: String, _ span: (Int, Int)) -> (source: String, underline: String) {
        let finding = Sample.finding(help: nil, span: Sample.span(1, span.0, span.1))
        let lines = text(Sample.result([finding], lines: [line])).split(separator: "\n").map(String.init)
        return (String(lines[3].dropFirst(4)), String(lines[4].dropFirst(4)))
    }

    @Test("a finding reads like a compiler's")
    func whole() {
        let related = RelatedLocation(
            message: "Interval is set here", location: Location(file: "queue.yaml", span: Sample.span(1, 1, 6)))
        let result = Sample.result([Sample.finding(related: [related])])
        #expect(
            text(result) == """
                error[SQS007]: too short
                 --> queue.yaml:2:5
                  |
                2 |     text here
                  |     ^^^^
                note: Interval is set here
                 --> queue.yaml:1:1
                  |
                1 | first
                  | -----
                help: Make it longer.

                1 error in 1 template with 3 resources; 0 undecided, 0 suppressed

                """)
    }

    @Test("a place of CDK's output names the resource and the construct")
    func constructPath() {
        let place = Location(
            file: "queue.yaml", span: Sample.span(1, 1, 6), resource: "Jobs1A", constructPath: "App/Jobs/Resource")
        let finding = Sample.finding(related: [RelatedLocation(message: "here", location: place)])
        let lines = text(Sample.result([finding])).split(separator: "\n")
        #expect(lines.contains { $0.hasSuffix("--> queue.yaml:2:5") })
        #expect(lines.contains { $0.hasSuffix("--> queue.yaml:1:1, resource Jobs1A (CDK path App/Jobs/Resource)") })
    }

    @Test("a clean run says what was looked at; --quiet says nothing")
    func clean() {
        let result = Sample.result([])
        #expect(text(result) == "no findings in 1 template with 3 resources; 0 undecided, 0 suppressed\n")
        #expect(text(result) { $0.isQuiet = true }.isEmpty)
    }

    @Test("trouble of the run comes first and is counted")
    func trouble() {
        var result = Sample.result()
        result.diagnostics = [Diagnostic(code: "file", message: "permission denied", help: "Allow it.", file: "gone.yaml")]
        let lines = text(result).split(separator: "\n").map(String.init)
        #expect(lines.starts(with: ["error[file]: permission denied", "  --> gone.yaml", "help: Allow it."]))
        #expect(lines.last?.hasSuffix("; 1 problem with the run") == true)
    }

    @Test("what is undecided is shown when asked for, with its reasons")
    func undecided() {
        var result = Sample.result([])
        result.undecided = [
            UndecidedVerdict(
                rule: "SQS007", name: "covers", check: "too-short", resource: "Jobs", reasons: ["parameter T has no value"],
                location: Location(file: "queue.yaml", span: Sample.span(2, 5, 9)))
        ]
        #expect(!text(result).contains("parameter T"))
        #expect(text(result).contains("1 undecided"))
        let shown = text(result) { $0.showsUndecided = true }
        #expect(shown.contains("undecided[SQS007]: covers of Jobs\n"))
        #expect(shown.contains("because: parameter T has no value\n"))
    }

    @Test func statistics() {
        let result = Sample.result([Sample.finding(), Sample.finding(message: "again")])
        #expect(text(result) { $0.showsStatistics = true }.contains("2  SQS007 visibility-timeout-covers-processing\n"))
    }

    @Test("tabs stay tabs, so that the underline stays below the text")
    func tabs() {
        let (source, underline) = frame("\t\ttext", (3, 7))
        #expect(source == "\t\ttext")
        #expect(underline == "\t\t^^^^")
    }

    @Test("wide characters take two columns, combining marks none")
    func widths() {
        #expect(frame("名前: x", (5, 6)).underline == "      ^")
        #expect(frame("e\u{301}: x", (4, 6)).underline == "  ^^")
        #expect(frame("😀: x", (1, 2)).underline == "^^")
    }

    @Test("an empty span still shows its place")
    func emptySpan() {
        #expect(frame("abc", (2, 2)).underline == " ^")
        #expect(frame("abc", (4, 9)).underline == "   ^")
    }

    @Test("a template in one long line is cut around the span")
    func longLine() {
        let line = String(repeating: "a", count: 50_000) + "HERE" + String(repeating: "b", count: 50_000)
        let (source, underline) = frame(line, (50_001, 50_005))
        #expect(source.count < 130)
        #expect(source.hasPrefix("…aaa") && source.hasSuffix("bbb…"))
        let marked = zip(source, underline).filter { $1 == "^" }.map { $0.0 }
        #expect(String(marked) == "HERE")
    }

    @Test("nothing that a template holds can drive the terminal or forge a line")
    func hostile() {
        let evil = "a\u{1B}[31m\n::error::x\u{202E}\u{7}\r"
        let result = Sample.result(
            [Sample.finding(message: evil, help: evil, file: evil, resource: evil)], lines: ["x", evil])
        let shown = text(result) { $0.showsStatistics = true }
        #expect(!shown.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
        #expect(!shown.split(separator: "\n").contains { $0.hasPrefix("::error") })
        #expect(shown.contains("\\u{1B}[31m"))
    }

    @Test("colour only where it is asked for, and it changes nothing else")
    func color() {
        let plain = text(Sample.result())
        let colored = text(Sample.result()) { $0.style = .colored }
        #expect(!plain.contains("\u{1B}"))
        #expect(colored.contains("\u{1B}[1;31merror[SQS007]\u{1B}[0m"))
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }
}
