import CEL
import Testing

/// Results are unknown exactly when an unknown could change them.
@Suite struct UnknownTests {
    private func consumer(_ name: String, seconds: Value) -> Value {
        .object(Sample("consumer", values: ["name": .string(name), "seconds": seconds]))
    }

    /// A queue with an unknown timeout, a known maximum and two consumers, one of unknown duration.
    private var queue: [String: Value] {
        [
            "q": .object(
                Sample(
                    "queue",
                    values: [
                        "name": .string("jobs"), "visibilityTimeout": unknown("timeout"), "max": .int(5),
                        "consumers": .list([
                            consumer("w1", seconds: .int(30)), consumer("w2", seconds: unknown("w2.seconds")),
                        ]),
                    ]))
        ]
    }

    @Test(arguments: [
        ("q.max >= 3 || q.visibilityTimeout > 5", "true"),
        ("q.visibilityTimeout > 5 || q.max >= 3", "true"),
        ("q.max >= 3 && q.visibilityTimeout > 5", "<unknown: timeout>"),
        ("q.max < 3 && q.visibilityTimeout > 5", "false"),
        ("q.visibilityTimeout > 5 && q.max < 3", "false"),
        ("q.consumers.all(c, 120 >= 6 * c.seconds)", "false"),
        ("q.consumers.all(c, 500 >= 6 * c.seconds)", "<unknown: w2.seconds>"),
        ("q.consumers.exists(c, c.seconds == 30)", "true"),
        ("q.consumers.exists(c, c.seconds == 31)", "<unknown: w2.seconds>"),
        ("size(q.consumers) == 2", "true"),
        ("q.visibilityTimeout > 5 ? 1 : 2", "<unknown: timeout>"),
        ("q.visibilityTimeout + q.consumers[1].seconds", "<unknown: timeout; w2.seconds>"),
        ("q.consumers.exists_one(c, c.seconds == 30)", "<unknown: w2.seconds>"),
        ("q.consumers.map(c, c.seconds)", "[30, <unknown: w2.seconds>]"),
        ("sum(q.consumers.map(c, c.seconds))", "<unknown: w2.seconds>"),
        ("twice(q.visibilityTimeout)", "<unknown: timeout>"),
        ("[1, q.visibilityTimeout] == [2, 3]", "false"),
        ("[1, q.visibilityTimeout] == [1, 2]", "<unknown: timeout>"),
        ("{'a': 1, 'b': q.visibilityTimeout} == {'a': 2, 'b': 3}", "false"),
        ("{'a': q.visibilityTimeout} == {'a': 3}", "<unknown: timeout>"),
        ("3 in [q.visibilityTimeout, 3]", "true"),
        ("4 in [q.visibilityTimeout, 3]", "<unknown: timeout>"),
        ("[q.visibilityTimeout, 1][1]", "1"),
        ("'x' in {'x': q.visibilityTimeout}", "true"),
    ])
    func decideWhatTheyCan(_ source: String, _ expected: String) throws {
        #expect(try text(source, queue) == expected)
    }

    @Test func beatErrorsWhichBeatValues() throws {
        let variables = ["b": unknown("b")]
        #expect(try text("b && 1 / 0 == 1", variables) == "<unknown: b>")
        #expect(try text("1 / 0 == 1 || b", variables) == "<unknown: b>")
        #expect(try text("1 / 0 == 1 || true", variables) == "true")
        #expect(try text("false && 1 / 0 == 1", variables) == "false")
        #expect(failure("1 / 0 == 1 || false")?.kind == .divisionByZero)
    }

    @Test func presenceOfAnUnknownDependsOnWhetherItMayBeAbsent() throws {
        let present = Sample("queue", values: ["redrive": unknown("policy")])
        let open = Sample("queue", values: ["redrive": unknown("policy", mayBeAbsent: true)])
        #expect(try text("has(q.redrive)", ["q": .object(present)]) == "true")
        #expect(try text("has(q.redrive)", ["q": .object(open)]) == "<unknown: policy>")
        #expect(try text("has(q.redrive)", ["q": .object(Sample("queue", [:]))]) == "false")
        #expect(try text("has(q.redrive)", ["q": unknown("q")]) == "<unknown: q>")
    }

    @Test func fieldsOfAnUnknownAreUnknownForTheSameReasons() throws {
        let reason = UnknownReason(text: "import", key: "condition-1")
        let variables: [String: Value] = ["q": .unknown(Unknown(reasons: [reason]))]
        let result = try evaluate("q.visibilityTimeout > 3 && q.name == 'x'", variables)
        #expect(result.unknown?.reasons == [reason])
    }

    @Test func optionalsOfUnknownsKeepWhatIsKnown() throws {
        let present: [String: Value] = ["q": .object(Sample("queue", values: ["redrive": unknown("policy")]))]
        let open: [String: Value] = [
            "q": .object(Sample("queue", values: ["redrive": unknown("policy", mayBeAbsent: true)]))
        ]
        #expect(try text("q.?redrive.hasValue()", present) == "true")
        #expect(try text("q.?redrive.hasValue()", open) == "<unknown: policy>")
        #expect(try text("q.?redrive.maxReceives.orValue(3)", present) == "<unknown: policy>")
        #expect(try text("q.?redrive.maxReceives.orValue(3)", ["q": .object(Sample("queue", [:]))]) == "3")
    }

    @Test(arguments: [
        ("numbers.exists(n, n == 2)", "true"),
        ("numbers.exists(n, n == 5)", "<unknown: tail>"),
        ("numbers.all(n, n > 1)", "false"),
        ("numbers.all(n, n > 0)", "<unknown: tail>"),
        ("numbers.exists(n, false)", "false"),
        ("numbers.all(n, true)", "true"),
        ("numbers.exists_one(n, n == 1)", "<unknown: tail>"),
        ("size(numbers)", "<unknown: tail>"),
        ("numbers.size() > 0", "<unknown: tail>"),
        ("1 in numbers", "true"),
        ("5 in numbers", "<unknown: tail>"),
        ("numbers[1]", "2"),
        ("numbers[2]", "<unknown: tail>"),
        ("numbers.map(n, n * 2)", "[2, 4, ...]"),
        ("numbers.filter(n, n > 1)", "[2, ...]"),
        ("numbers.filter(n, n > 1).exists(n, n == 2)", "true"),
        ("numbers + [7]", "[1, 2, ...]"),
        ("[7] + numbers", "[7, 1, 2, ...]"),
        ("numbers == [1]", "false"),
        ("numbers == [2, 2, 3]", "false"),
        ("numbers == [1, 2]", "<unknown: tail>"),
        ("sum(numbers)", "<unknown: tail>"),
    ])
    func openListsMayHaveMoreMembers(_ source: String, _ expected: String) throws {
        let list = ListValue(elements: [.int(1), .int(2)], unknownTail: Unknown("tail"))
        #expect(try text(source, ["numbers": .list(list)]) == expected)
    }

    @Test func aFilterThatCannotDecideLeavesAnOpenList() throws {
        let variables: [String: Value] = ["numbers": .list([.int(1), unknown("x"), .int(3)])]
        #expect(try text("numbers.filter(n, n != 2)", variables) == "[1, ...]")
        #expect(try text("numbers.filter(n, n != 2).exists(n, n == 1)", variables) == "true")
        #expect(try text("size(numbers.filter(n, n != 2))", variables) == "<unknown: x>")
        #expect(failure("numbers.filter(n, 3 / (n - 3) > 0)", variables)?.kind == .divisionByZero)
    }

    @Test func openMapsMayHaveMoreKeys() throws {
        let map = MapValue([("x", .int(1))], unknownTail: Unknown("tags"))
        #expect(try text("raw['x'] == 1 && 'x' in raw", ["raw": .map(map)]) == "true")
        #expect(try text("'y' in raw", ["raw": .map(map)]) == "<unknown: tags>")
        #expect(try text("raw.y", ["raw": .map(map)]) == "<unknown: tags>")
        #expect(try text("raw == {'z': 1}", ["raw": .map(map)]) == "false")
        #expect(try text("raw == {'x': 1}", ["raw": .map(map)]) == "<unknown: tags>")
    }

    @Test func objectsThatCannotBeComparedLeaveTheAnswerOpen() throws {
        let first = consumer("w", seconds: .int(1))
        let second: Value = .object(Sample("consumer", values: ["name": unknown("name")]))
        let variables: [String: Value] = [
            "q": .object(Sample("queue", values: ["consumers": .list([first, second])]))
        ]
        #expect(try text("q.consumers[0] == q.consumers[0]", variables) == "true")
        #expect(try evaluate("q.consumers[0] == q.consumers[1]", variables).unknown != nil)
    }
}

/// Reasons that are carried along cost steps, so that a template of many unknowns cannot hang a run.
@Suite struct ReasonBudgetTests {
    private let many = Value.unknown(Unknown(reasons: Set((0..<16_000).map { UnknownReason(text: "reason \($0)") })))

    @Test(arguments: ["numbers.map(n, raw)[0] == raw && numbers.all(n, raw == n)", "numbers.exists(n, raw == n)"])
    func takingOverManyReasonsIsCharged(_ source: String) throws {
        let numbers = Value.list((0..<200).map { .int($0) })
        let environment = SampleEnvironment.environment
        let program = try environment.compile(source)
        var budget = Budget(steps: 5_000)
        #expect(throws: EvaluationError.self) {
            try program.evaluate(["numbers": numbers, "raw": many], budget: &budget)
        }
    }
}
