import CEL
import Testing

/// What is known of a text decides what it can.
@Suite struct PartialTextTests {
    private var variables: [String: Value] {
        let text = PartialText(pieces: ["bad-", "-jobs"])
        return [
            "q": .object(
                Sample(
                    "queue",
                    values: ["name": .unknown(Unknown(reasons: [UnknownReason(text: "Env")], text: text))]))
        ]
    }

    @Test(arguments: [
        ("q.name.startsWith('pay-')", "false"), ("q.name.startsWith('bad')", "true"),
        ("q.name.startsWith('bad-prod')", "<unknown: Env>"), ("q.name.endsWith('.fifo')", "false"),
        ("q.name.endsWith('jobs')", "true"), ("q.name.endsWith('prod-jobs')", "<unknown: Env>"),
        ("q.name.contains('jobs')", "true"), ("q.name.contains('prod')", "<unknown: Env>"),
        ("q.name.matches('^pay-')", "false"), ("q.name.matches('^bad-.*-jobs$')", "true"),
        ("q.name.matches('^bad-[a-z]+-jobs$')", "<unknown: Env>"), ("matches(q.name, 'jobs$')", "true"),
        ("q.name == 'pay-prod-jobs'", "false"), ("q.name != 'pay-prod-jobs'", "true"), ("q.name == 'bad-jobs'", "false"),
        ("q.name == 'bad-prod-jobs'", "<unknown: Env>"), ("'pay' == q.name", "false"), ("q.name in ['a', 'b']", "false"),
        ("q.name in ['a', 'bad--jobs']", "<unknown: Env>"), ("has(q.name)", "true"),
        // What is worked out of it is another text.
        ("q.name.lowerAscii().startsWith('x')", "<unknown: Env>"), ("(q.name + 'x').endsWith('jobs')", "<unknown: Env>"),
        ("(q.name == 'bad-a-jobs' ? 'p' : 'q').startsWith('r')", "<unknown: Env>"), ("size(q.name) > 0", "<unknown: Env>"),
    ])
    func decides(_ source: String, _ expected: String) throws {
        #expect(try text(source, variables) == expected)
    }
}
