/// Compares what a test expects with what the rule said.
struct TestComparison {
    let failures: [RuleDiagnostic]

    /// - Parameter template: the template's text, whose annotations count; `nil` for a test without one.
    init(test: RuleTest, template: String?, outcome: RuleOutcome) {
        let annotations = TestAnnotations(template ?? "")
        var found = outcome.findings.map { TestVerdict($0) } + outcome.undecided.map { TestVerdict($0) }
        let all = found
        var missing: [String] = []
        for expectation in test.expectations ?? [] {
            if let index = found.firstIndex(where: { $0.meets(expectation) }) {
                found.remove(at: index)
            } else if !all.contains(where: { $0.meets(expectation) }) {
                missing.append(Self.description(expectation))
            }
        }
        for mark in annotations.marks {
            let matches = { (verdict: TestVerdict) in
                verdict.check == mark.check && verdict.verdict == mark.verdict
                    && verdict.location.span.start.line == mark.line
            }
            if all.contains(where: matches) {
                found.removeAll(where: matches)
            } else {
                missing.append("\(mark.verdict.rawValue) of '\(mark.check)' at line \(mark.line) of the template")
            }
        }
        var lines = missing.map { "- expected: \($0)" } + found.map { "+ found: \($0.description)" }
        for line in annotations.cleanLines where all.contains(where: { $0.location.span.start.line == line }) {
            lines.append("line \(line) is marked clean")
        }
        if test.expectations == nil, annotations.marks.isEmpty, annotations.cleanLines.isEmpty {
            lines.append("the test expects nothing: add `expect: []` or annotations")
        }
        failures =
            lines.isEmpty
            ? []
            : [RuleDiagnostic(at: test.node, code: "test-failed", message: lines.joined(separator: "\n"))]
    }

    private static func description(_ expectation: RuleExpectation) -> String {
        var text = "\(expectation.verdict.rawValue) of '\(expectation.check)'"
        if let subject = expectation.subject { text += " for \(subject)" }
        switch expectation.place {
        case .line(let line)?: text += " at line \(line) of the template"
        case .path(let path)?: text += " at \(path)"
        case nil: break
        }
        if let part = expectation.messagePart { text += " saying '\(part)'" }
        if !expectation.related.isEmpty { text += " showing \(expectation.related.joined(separator: ", "))" }
        return text
    }
}
