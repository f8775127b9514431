/// The `# finding: check`, `# undecided: check` and `# clean` comments of a test's template.
struct TestAnnotations {
    struct Mark: Hashable {
        let check: String
        let verdict: RuleExpectation.Verdict
        /// The line of the template that it speaks of, from 1.
        let line: Int
    }

    private(set) var marks: [Mark] = []
    /// Lines that must have no finding and nothing undecided.
    private(set) var cleanLines: [Int] = []

    /// Comments speak of the next line that is no such comment.
    init(_ text: String) {
        var waiting: [(RuleExpectation.Verdict?, String)] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let found = Self.annotation(line) {
                waiting += found
                continue
            }
            for (verdict, check) in waiting {
                if let verdict {
                    marks.append(Mark(check: check, verdict: verdict, line: index + 1))
                } else {
                    cleanLines.append(index + 1)
                }
            }
            waiting = []
        }
    }

    private static func annotation(_ line: Substring) -> [(RuleExpectation.Verdict?, String)]? {
        let trimmed = line.drop { $0 == " " }
        guard trimmed.hasPrefix("#") else { return nil }
        let words = trimmed.dropFirst().drop { $0 == " " }
        if words == "clean" { return [(nil, "")] }
        for verdict in RuleExpectation.Verdict.allCases where words.hasPrefix("\(verdict.rawValue):") {
            let checks = words.dropFirst(verdict.rawValue.utf8.count + 1).split(separator: ",")
            return checks.map { (verdict, String($0.filter { $0 != " " && $0 != "\r" })) }
        }
        return nil
    }
}
