import CEL
import Testing

/// Paths lead to the object that knows where its field stands.
@Suite struct ReferenceTests {
    private func follow(_ source: String, _ queue: Sample) throws -> String? {
        var budget = Budget()
        let program = try SampleEnvironment.environment.compileReference(source)
        let found = try program.evaluateReference(["q": Value.object(queue), "a": .int(0)], budget: &budget)
        return found.map { "\($0.base) / \($0.step)\($0.isComplete ? "" : " and further")" }
    }

    private let redrive = Value.object(Sample("redrive", values: ["name": .string("r"), "maxReceives": .int(3)]))

    @Test func leadToTheLastField() throws {
        let queue = Sample("queue", values: ["name": .string("jobs"), "redrive": redrive])
        #expect(try follow("q.visibilityTimeout", queue) == "queue jobs / field(\"visibilityTimeout\")")
        #expect(try follow("q.redrive.maxReceives", queue) == "redrive r / field(\"maxReceives\")")
        #expect(try follow("q", queue) == "queue jobs / variable(\"q\")")
        #expect(try follow("a == 0 ? q.max : q.name", queue) == "queue jobs / field(\"max\")")
        #expect(
            try follow("q.consumers[1]", Sample("queue", values: ["consumers": .list([redrive])]))
                == "[redrive r] / element(1)")
    }

    @Test func stopWhereSomethingIsAbsentOrUnknown() throws {
        let expected = "queue jobs / field(\"redrive\") and further"
        let name = Value.string("jobs")
        #expect(try follow("q.redrive.maxReceives", Sample("queue", values: ["name": name])) == expected)
        #expect(
            try follow("q.redrive.maxReceives", Sample("queue", values: ["name": name, "redrive": unknown("?")]))
                == expected)
        #expect(try follow("q.redrive", Sample("queue", values: ["name": name])) == "queue jobs / field(\"redrive\")")
    }

    @Test func otherExpressionsAreNoPlaces() throws {
        #expect(try follow("q.max + 1", Sample("queue", values: ["max": .int(1)])) == nil)
    }
}
