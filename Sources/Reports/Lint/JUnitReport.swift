import Rules
import Text
import Workspace
import YAMLBridge

/// JUnit's XML as CI servers read it: a suite for each file, a test for each finding.
///
/// A finding that makes the run fail is a failure, a lesser one is skipped with its message, trouble of the run is an error.
/// It fits Windy Road's schema, which is the strict one, and Jenkins's.
package struct JUnitReport: Sendable {
    private let result: LintResult
    private let day: CivilDay

    /// - Parameter day: the suites' date; the time of day is left at midnight, so that equal runs write equal bytes.
    package init(_ result: LintResult, day: CivilDay) {
        self.result = result
        self.day = day
    }

    /// A test of a suite.
    private struct Test {
        enum Outcome: String { case passed, skipped, failure, error }

        let name: String
        let outcome: Outcome
        let type: String
        let message: String
        let details: String
    }

    /// The XML document, with a line feed at its end.
    package var text: String {
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites>"]
        for (index, suite) in suites.enumerated() { lines += self.lines(of: suite.tests, file: suite.file, id: index) }
        return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
    }

    /// Every file that was checked or that something is said about, in the order of the report.
    private var suites: [(file: String, tests: [Test])] {
        var tests: [String: [Test]] = [:]
        var files: [String] = []
        func add(_ file: String, _ test: Test?) {
            if tests[file] == nil { files.append(file) }
            tests[file, default: []] += [test].compactMap { $0 }
        }
        for input in result.inputs where input.status != .skipped { add(input.file, nil) }
        for diagnostic in result.diagnostics { add(diagnostic.file ?? "ecslint", test(diagnostic)) }
        for finding in result.findings { add(finding.location.file, test(finding)) }
        let clean = Test(name: "no findings", outcome: .passed, type: "", message: "", details: "")
        return files.map { file in (file, tests[file].flatMap { $0.isEmpty ? nil : $0 } ?? [clean]) }
    }

    private func test(_ finding: Finding) -> Test {
        let place = finding.location
        let isFailure = result.failOn.isReached(by: finding.severity)
        let name = [place.resource, place.path].compactMap { $0 }.joined(separator: ".")
        return Test(
            name: "\(finding.rule) \(finding.name)\(name.isEmpty ? "" : ": \(name)")",
            outcome: isFailure ? .failure : .skipped, type: finding.severity.rawValue, message: finding.message,
            details: details(place.file, place.span, finding.help))
    }

    private func test(_ diagnostic: Diagnostic) -> Test {
        Test(
            name: diagnostic.code, outcome: diagnostic.severity == .error ? .error : .skipped,
            type: diagnostic.severity.rawValue, message: diagnostic.message,
            details: details(diagnostic.file ?? "ecslint", diagnostic.span, diagnostic.help))
    }

    private func details(_ file: String, _ span: SourceSpan?, _ help: String?) -> String {
        let place = span.map { "\(file):\($0.start.line):\($0.start.column)" } ?? file
        return help.map { "\(place)\n\($0)" } ?? place
    }

    // MARK: - XML

    private func lines(of tests: [Test], file: String, id: Int) -> [String] {
        func count(_ outcome: Test.Outcome) -> String { "\(tests.count { $0.outcome == outcome })" }
        let attributes = [
            ("name", file), ("package", "ecslint"), ("id", "\(id)"), ("timestamp", "\(day.text)T00:00:00"),
            ("hostname", "localhost"), ("tests", "\(tests.count)"), ("failures", count(.failure)),
            ("errors", count(.error)), ("skipped", count(.skipped)), ("time", "0"),
        ]
        return ["  <testsuite\(Self.text(attributes))>", "    <properties/>"] + tests.flatMap { lines(of: $0, file: file) }
            + ["    <system-out/>", "    <system-err/>", "  </testsuite>"]
    }

    private func lines(of test: Test, file: String) -> [String] {
        let head = "    <testcase\(Self.text([("name", test.name), ("classname", file), ("time", "0")]))"
        guard test.outcome != .passed else { return [head + "/>"] }
        var attributes = [("message", test.message)]
        // Windy Road's schema has no type for what was skipped.
        if test.outcome != .skipped { attributes.append(("type", test.type)) }
        let element = test.outcome.rawValue
        return [
            head + ">", "      <\(element)\(Self.text(attributes))>\(XMLText.escaped(test.details))</\(element)>",
            "    </testcase>",
        ]
    }

    private static func text(_ attributes: [(String, String)]) -> String {
        attributes.map { " \($0.0)=\"\(XMLText.escaped($0.1))\"" }.joined()
    }
}
