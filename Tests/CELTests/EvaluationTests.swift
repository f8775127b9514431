import CEL
import Testing

@Suite struct EvaluationTests {
    @Test(arguments: [
        ("9223372036854775807 + a", EvaluationError.Kind.overflow, 0..<23),
        ("a / (a - 1)", .divisionByZero, 0..<11),
        ("true && [1, 2][a + 1] == 1", .indexOutOfRange, 8..<21),
        ("[1][-1]", .indexOutOfRange, 0..<7),
        ("{'x': 1}['y']", .noSuchKey, 0..<13),
        ("int('x') + 1", .badConversion, 0..<8),
        ("max([])", .badArgument, 0..<7),
        ("raw + 1", .noSuchOverload, 0..<7),
        ("raw.field", .noSuchOverload, 0..<9),
        ("text", .undeclared, 0..<4),
        ("{'x': 1, 'x': 2}", .badArgument, 9..<12),
        ("'abc'.substring(2, 1)", .indexOutOfRange, 0..<21),
        ("optional.none().value()", .badArgument, 0..<23),
        ("1 + (a == 1 ? [1][a] : 0)", .indexOutOfRange, 14..<20),
    ])
    func failuresAreLocated(_ source: String, _ kind: EvaluationError.Kind, _ range: Range<Int>) {
        let found = failure(source, ["a": .int(1), "raw": .string("x")])
        #expect(found?.kind == kind)
        #expect(found?.range == range)
    }

    @Test(arguments: [
        ("['b', 'a'].join('-') + 'x'.upperAscii()", "b-aX"), ("'a,b,c'.split(',')", "[a, b, c]"),
        ("'a,b,c'.split(',', 2)", "[a, b,c]"), ("'abc'.split('')", "[a, b, c]"), ("'a.a.a'.replace('.', '')", "aaa"),
        ("' x '.trim()", "x"), ("'héllo'.substring(1, 3)", "él"), ("'héllo'.indexOf('l')", "2"),
        ("size('héllo')", "5"), ("math.greatest(1, 5, 3)", "5"), ("math.least([2.5, 1.5])", "1.5"),
        ("math.ceil(1.2) + math.floor(1.8) + math.round(1.5)", "5"), ("math.abs(-3)", "3"),
        ("int(2.9) + int('4')", "6"), ("string(1.5) + string(2.0) + string(true)", "1.52true"),
        ("[[1], [], [2, 3]].flatten()", "[1, 2, 3]"), ("sum([1, 2, 3]) + max([4, 9]) - min([2, 7])", "13"), ("sum([])", "0"),
        ("sum([0.5, 0.25])", "0.75"),
        ("numbers.filter(n, n > 1).map(n, n * n)", "[4, 9]"), ("numbers.map(n, n > 1, n * 10)", "[20, 30]"),
        ("numbers.existsOne(n, n == 2)", "true"), ("numbers.exists(i, n, i == 0 && n == 1)", "true"),
        ("numbers.transformList(i, n, i + n)", "[1, 3, 5]"), ("type(1) == int && type([]) == list", "true"),
        ("[?optional.of(1), ?optional.none(), 2]", "[1, 2]"), ("optional.of(2).optMap(x, x + 1).orValue(0)", "3"),
        ("numbers[?9].orValue(-1)", "-1"), ("{'a': 1}[?'a'].hasValue()", "true"), ("dyn(1) == 1.0", "true"),
        ("dyn(1) < 1.5", "true"), ("'e\\u0301' == '\\u00e9'", "false"), ("cel.bind(x, 3, x * x)", "9"),
    ])
    func computes(_ source: String, _ expected: String) throws {
        #expect(try text(source, ["numbers": .list([.int(1), .int(2), .int(3)])]) == expected)
    }

    @Test func anAbsentFieldFailsWhenNothingGuardsIt() {
        let queue: Value = .object(Sample("queue", [:]))
        #expect(failure("q.name == 'x'", ["q": queue])?.kind == .absentField)
        #expect(failure("raw.owner", ["raw": queue])?.message == "the field 'owner' is absent")
    }

    @Test func aFieldThatFailsFailsTheExpression() {
        let cause = EvaluationError(.overflow, "too large", range: 3..<7)
        let queue: Value = .object(Sample("queue", ["max": .failure(cause)]))
        #expect(failure("q.max > 1", ["q": queue]) == cause)
    }

    @Test func variablesAreAskedForOnlyWhenNeeded() throws {
        let activation = CountingActivation()
        var budget = Budget()
        let program = try SampleEnvironment.environment.compile("a > 0 || b || a + a > 3")
        #expect(try program.evaluate(activation, budget: &budget).description == "true")
        #expect(activation.asked == ["a"])
        #expect(program.referencedVariables == ["a", "b"])
    }

    @Test func workIsBounded() throws {
        let nested = "numbers.map(x, numbers.map(y, numbers.map(z, x * y * z)))"
        let numbers: [String: Value] = ["numbers": .list((0..<300).map { .int(Int64($0)) })]
        #expect(failure(nested, numbers)?.kind == .budgetExceeded)
        #expect(failure("numbers.exists(n, n > 1000) || numbers.all(n, n >= 0)", numbers, steps: 1500)?.kind == .budgetExceeded)
    }

    @Test func textCannotGrowWithoutBound() throws {
        let doubling = (0..<60).reduce("z") { body, index in
            "cel.bind(\(index == 59 ? "y" : "z"), \(index == 59 ? "'0123456789'" : "z + z"), \(body))"
        }.replacing("cel.bind(y", with: "cel.bind(z")
        #expect(failure(doubling)?.kind == .budgetExceeded)
    }

    @Test func sharedStructureIsNotUnfoldedForFree() throws {
        let tower = (0..<60).reduce("z == z") { body, index in
            "cel.bind(z, \(index == 59 ? "[1]" : "[z, z]"), \(body))"
        }
        #expect(failure(tower)?.kind == .budgetExceeded)
        let described = try text(tower.replacing("z == z", with: "z"))
        #expect(described.utf8.count < 10_000)
    }

    @Test func stepsAreTakenFromTheBudget() throws {
        var budget = Budget(steps: 100)
        _ = try SampleEnvironment.environment.compile("1 + 2").evaluate([String: Value](), budget: &budget)
        #expect(budget.steps == 97)
    }
}

/// Notes which variables are asked for.
private final class CountingActivation: Activation {
    private(set) var asked: [String] = []

    func value(of name: String, in slot: Int?) -> Value? {
        asked.append(name)
        return name == "a" ? .int(2) : .bool(false)
    }
}
