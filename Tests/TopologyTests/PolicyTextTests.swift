import Evaluation
import Templates
import Testing

@testable import Topology

@Suite("Texts of policies")
struct PolicyTextTests {
    private func shown(_ match: PolicyMatch) -> String {
        switch match {
        case .yes: "yes"
        case .no: "no"
        case .undecided: "undecided"
        }
    }

    /// `<n>` is a name made at deployment, `{k}` an unknown part, `{:k}` one without colons, `_` a part that is not compared.
    private func text(_ spelled: String, isPattern: Bool) -> PolicyText {
        var text = PolicyText()
        var rest = spelled[...]
        while let first = rest.first {
            switch first {
            case "<", "{":
                let end = rest.firstIndex(of: first == "<" ? ">" : "}") ?? rest.endIndex
                let key = String(rest[rest.index(after: rest.startIndex)..<end])
                if first == "<" {
                    text.append(.name(key))
                } else {
                    text.appendUnknown([Reason(key, source: key)], isPart: key.hasPrefix(":"))
                }
                rest = rest[rest.index(after: end)...]
            case "_":
                text.append(.ignored)
                rest.removeFirst()
            default:
                text.append(String(first), isPattern: isPattern)
                rest.removeFirst()
            }
        }
        return text
    }

    private static let cases: [(String, String, String)] = [
        ("*", "anything", "yes"), ("", "", "yes"), ("", "a", "no"), ("a", "", "no"), ("a*c", "abbc", "yes"),
        ("a*c", "abbd", "no"), ("a?c", "abc", "yes"), ("a?c", "ac", "no"), ("**a", "a", "yes"), ("*a*b*", "xaxb", "yes"),
        // Regions and accounts are not compared.
        ("arn:aws:sqs:eu-west-1:111122223333:jobs", "arn:_:sqs:_:_:jobs", "yes"),
        ("arn:aws:sqs:*:*:jobs", "arn:_:sqs:_:_:jobs", "yes"), ("arn:*:jobs", "arn:_:sqs:_:_:jobs", "yes"),
        ("arn:aws:sqs:*", "arn:_:sqs:_:_:jobs", "yes"), ("arn:aws:sns:*", "arn:_:sqs:_:_:jobs", "no"),
        ("arn:aws:sqs:eu-west-1:1:job", "arn:_:sqs:_:_:jobs", "no"),
        ("arn:aws:sqs:eu:west:1:jobs", "arn:_:sqs:_:_:jobs", "no"),
        ("arn:aws:sqs:{r}:{a}:jobs", "arn:_:sqs:_:_:jobs", "yes"),
        // Names made at deployment.
        ("arn:_:sqs:_:_:<q>", "arn:_:sqs:_:_:<q>", "yes"), ("arn:_:sqs:_:_:<q>", "arn:_:sqs:_:_:<r>", "no"),
        ("arn:aws:sqs:_:_:jobs", "arn:_:sqs:_:_:<q>", "no"), ("arn:aws:sqs:_:_:jobs-*", "arn:_:sqs:_:_:<q>", "undecided"),
        ("*<q>", "arn:_:sqs:_:_:<q>", "yes"), ("<q>/*", "<q>/a", "yes"), ("<q>/*", "<r>/a", "no"),
        // What is not known.
        ("{p}", "anything", "undecided"), ("{p}", "{p}", "yes"), ("a{p}", "b", "no"), ("a{p}c", "a-c", "undecided"),
        ("a", "{p}", "undecided"), ("a{p}", "a{p}", "yes"), ("jobs-{env}", "jobs-{env}", "yes"),
        ("jobs-{env}", "jobs-{other}", "undecided"), ("jobs-{env}*", "jobs-{env}", "yes"), ("other-*", "jobs-{env}", "no"),
        // Parts of ARNs that are not known.
        ("arn:_:sqs:_:_:*", "arn:{:p}:logs:eu:1:jobs", "no"), ("arn:_:sqs:_:_:*", "arn:{p}:logs:eu:1:jobs", "undecided"),
        ("arn:_:sqs:_:_:*", "arn:{:p}:sqs:{:r}:{:a}:jobs", "yes"), ("arn:aws:{:s}:*", "arn:aws:sqs:eu:1:jobs", "undecided"),
        ("arn:aws:sqs:{:r}:{:a}:jobs", "arn:_:sqs:_:_:jobs", "yes"), ("{:a}", "a:b", "no"), ("{:a}", "{:a}", "yes"),
        // A secret's suffix.
        ("arn:aws:secretsmanager:*:*:secret:db-??????", "arn:_:secretsmanager:_:_:secret:db-_", "yes"),
        ("arn:aws:secretsmanager:*:*:secret:db-*", "arn:_:secretsmanager:_:_:secret:db-_", "yes"),
        ("arn:aws:secretsmanager:*:*:secret:db", "arn:_:secretsmanager:_:_:secret:db-_", "no"),
    ]

    @Test("Patterns and texts", arguments: cases)
    func matching(pattern: String, subject: String, expected: String) {
        #expect(shown(text(pattern, isPattern: true).matches(text(subject, isPattern: false))) == expected)
    }

    @Test("Every text that an unknown part may be bears out a sure answer")
    func soundness() {
        let patterns = ["a*", "*b", "a{p}b", "{p}", "a?{p}", "*{p}*", "ab", "{p}{q}", "a*{p}"]
        let subjects = ["a{s}", "{s}b", "{s}", "ab", "a{s}b", "b{s}"]
        let words = ["", "a", "b", "ab", "ba", "aab"]
        for pattern in patterns {
            for subject in subjects {
                let answer = shown(text(pattern, isPattern: true).matches(text(subject, isPattern: false)))
                guard answer != "undecided" else { continue }
                for first in words {
                    for second in words {
                        let filled = pattern.replacing("{p}", with: first).replacing("{q}", with: second)
                        for third in words {
                            let match = PolicyText(filled, isPattern: true).matches(
                                PolicyText(subject.replacing("{s}", with: third)))
                            #expect(shown(match) == answer, "\(pattern) and \(subject) with \(first), \(second), \(third)")
                        }
                    }
                }
            }
        }
    }

    @Test("Long texts with many stars take no long time")
    func bounds() {
        let pattern = PolicyText(String(repeating: "*a", count: 1_000), isPattern: true)
        #expect(shown(pattern.matches(PolicyText(String(repeating: "ab", count: 1_000)))) == "no")
        let long = PolicyText(String(repeating: "a", count: 5_000))
        #expect(shown(pattern.matches(long)) == "undecided")
    }
}
