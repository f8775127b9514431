import CEL
import Testing

/// Mistakes are found before the expression runs, with the place and what to write instead.
@Suite struct CheckerTests {
    @Test func namesTheFieldThatWasMeant() throws {
        let found = try diagnostics("q.visibilityTimout >= 3")
        #expect(found.map(\.code) == ["undeclared-field"])
        #expect(found.first?.message == "queue has no field 'visibilityTimout'")
        #expect(found.first?.hint == "Did you mean 'visibilityTimeout' (int, seconds)?")
        #expect(found.first?.range == 2..<18)
    }

    @Test(arguments: [
        ("factr * 2.0", "undeclared-name", "Did you mean 'factor'?"),
        ("sise(numbers)", "undeclared-function", "Did you mean 'size'?"),
        ("math.greatst(1, 2)", "undeclared-function", "Did you mean 'math.greatest'?"),
        ("numbers.exist(n, n > 1)", "undeclared-function", "Did you mean 'exists'?"),
        ("6 * q.price > 1.0", "wrong-arguments", "write '6.0'"),
        ("q.max * q.price > 1.0", "wrong-arguments", "write 'double(q.max)'"),
        ("q.max == 1.0", "wrong-arguments", "write 'double(q.max)'"),
        ("'n = ' + q.max", "wrong-arguments", "write 'string(q.max)'"),
        ("text.startsWith(1)", "wrong-arguments", "it takes string.startsWith(string)"),
        ("q.max ? 1 : 2", "wrong-type", nil),
        ("q.max && true", "wrong-type", nil),
        ("true ? 1 : 'x'", "wrong-type", "make both the same type"),
        ("numbers['x']", "wrong-type", nil),
        ("q.max.all(x, true)", "not-iterable", nil),
        ("q.max.value", "no-fields", nil),
        ("q.max[0]", "not-indexable", nil),
        ("{1.5: 2}", "wrong-type", nil),
        ("has(q.tags.owner)", "presence-of-key", "write 'owner' in q.tags"),
        ("numbers.all(1, true)", "bad-macro", "write all(x, ...)"),
        ("text.match('a+')", "undeclared-function", "Did you mean 'matches'?"),
        ("'x' + 1 == q.max", "wrong-arguments", "write 'string(1)'"),
        ("q.max == null", "wrong-arguments", "whether a field is there is asked with has()"),
    ])
    func reports(_ source: String, _ code: String, _ hint: String?) throws {
        let found = try diagnostics(source)
        #expect(found.first?.code == code, "\(found)")
        #expect(found.first?.hint == hint, "\(found)")
    }

    @Test func mixedArithmeticIsShownAsItIsWritten() throws {
        #expect(try diagnostics("6 * q.price > 1.0").first?.message == "`6 * q.price`: int * double does not exist")
    }

    @Test func reportsEveryFaultInTheOrderOfTheSource() throws {
        let found = try diagnostics("q.nme == 'x' && q.max > 1.5 && nothing")
        #expect(found.map(\.code) == ["undeclared-field", "wrong-arguments", "undeclared-name"])
    }

    @Test(arguments: [
        "has(q.redrive) && q.redrive.maxReceives > 3",
        "!has(q.redrive) || q.redrive.maxReceives > 3",
        "has(q.redrive) ? q.redrive.maxReceives : 0",
        "!has(q.redrive) ? 0 : q.redrive.maxReceives",
        "q.max > 1 && (has(q.redrive) && q.max > 2) && q.redrive.maxReceives > 3",
        "has(q.redrive) && has(q.redrive.target) && q.redrive.target == 'x'",
        "q.consumers.all(c, !has(c.limit) || c.limit > 1)",
        "q.consumers.filter(c, has(c.limit)).size() > 0",
        "q.consumers.map(c, has(c.limit), c.limit)",
        "q.?redrive.maxReceives.orValue(0)",
        "q.?redrive.?target.orValue('')",
        "q.?redrive.hasValue() && q.redrive.maxReceives > 1",
        "has(q.consumers[0].limit) && q.consumers[0].limit > 1",
    ])
    func acceptsGuardedFields(_ source: String) throws {
        #expect(try diagnostics(source) == [])
    }

    @Test(arguments: [
        "q.redrive.maxReceives > 3",
        "has(q.redrive) || q.redrive.maxReceives > 3",
        "!has(q.redrive) && q.redrive.maxReceives > 3",
        "has(q.redrive) ? 1 : q.redrive.maxReceives",
        "(has(q.redrive) && q.max > 1) ? 1 : q.redrive.maxReceives",
        "(has(q.redrive) || q.max > 1) && q.redrive.maxReceives > 3",
        "has(q.redrive.target)",
        "has(q.redrive) && q.redrive.target == 'x'",
        "q.consumers.exists(c, has(c.limit)) && q.consumers.all(c, c.limit > 1)",
        "q.consumers.all(c, has(c.limit) && q.consumers.all(c, c.limit > 1))",
    ])
    func reportsUnguardedFields(_ source: String) throws {
        #expect(try diagnostics(source).map(\.code) == ["unguarded-field"])
    }

    @Test func conditionsOfTheRuleGuardItsParts() throws {
        #expect(try diagnostics("q.redrive.maxReceives > 3", assuming: ["has(q.redrive) && q.max > 1"]) == [])
        #expect(try diagnostics("q.redrive.maxReceives > 3", assuming: ["!has(q.redrive)"]).count == 1)
    }

    @Test func theResultMustHaveTheExpectedType() throws {
        let error = #expect(throws: CompileError.self) {
            try SampleEnvironment.environment.compile("q.max + 1", expecting: .bool)
        }
        #expect(error?.diagnostics.first?.message == "the result must be bool, not int")
    }

    @Test(arguments: [
        ("numbers.map(n, n > 1)", "list(bool)"), ("[1, 'x']", "list(dyn)"), ("{'a': [1.0]}", "map(string, list(double))"),
        ("q.?redrive.maxReceives", "optional_type(int)"), ("q.consumers.filter(c, true)", "list(consumer)"),
        ("raw.anything", "dyn"), ("sum([1.5])", "double"), ("max([1, 2])", "int"),
    ])
    func infersTypes(_ source: String, _ type: String) throws {
        let found = try SampleEnvironment.environment.compile(source).resultType.description
        #expect(found == type.replacing("optional_type", with: "optional"))
    }

    @Test func tellsWhatAnExpressionReads() throws {
        let program = try SampleEnvironment.environment.compile("q.consumers.all(c, c.seconds < q.visibilityTimeout)")
        #expect(program.referencedVariables == ["q"])
        #expect(
            program.referencedFields.map { "\($0.structure).\($0.field)" }.sorted() == [
                "consumer.seconds", "queue.consumers", "queue.visibilityTimeout",
            ])
    }
}
