import Rules
import YAMLBridge

/// What came of the tests inside rule files.
package struct RuleTestReport: Sendable {
    private let results: [RuleTestResult]

    /// Creates the report of a run, in the order of the results.
    package init(_ results: [RuleTestResult]) {
        self.results = results
    }

    /// For each test that failed its place and the difference: `-` what was expected, `+` what the rule said.
    package var text: String {
        var lines: [String] = []
        for result in results where !result.isPassed {
            lines.append("FAIL \(result.rule.visible): \(result.name.visible)")
            for failure in result.failures {
                let start = failure.span.start
                lines.append("  \(failure.file.visible):\(start.line):\(start.column)")
                lines += failure.message.split(separator: "\n").map { "    \(String($0).visible)" }
                if let help = failure.help { lines.append("    help: \(help.visible)") }
            }
        }
        let failures = results.count { !$0.isPassed }
        let rules = Set(results.map(\.rule)).count
        let tests = results.count == 1 ? "1 test" : "\(results.count) tests"
        lines.append("\(tests) of \(rules) \(rules == 1 ? "rule" : "rules"), \(failures) failed")
        return lines.joined(separator: "\n") + "\n"
    }
}
