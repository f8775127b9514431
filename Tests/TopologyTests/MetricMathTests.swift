import Testing

@testable import Topology

@Suite("Metric math")
struct MetricMathTests {
    /// m1 waiting messages, m2 tasks, m3 messages in flight, m4 something else.
    private static let roles: [MetricRole] = [.waitingMessages, .tasks, .messagesInFlight, .other]

    private func role(_ index: Int) -> MetricRole { Self.roles[index] }

    private func formula(_ text: String, lines: [String: String] = [:]) throws -> MetricFormula {
        var all: [String: MetricFormula.Line] = ["m1": .metric(0), "m2": .metric(1), "m3": .metric(2), "m4": .metric(3)]
        for line in lines { all[line.key] = .expression(line.value) }
        all["e1"] = .expression(text)
        return try MetricFormula(lines: all, result: "e1")
    }

    @Test("Operators bind as in arithmetic")
    func precedence() throws {
        func value(_ text: String) throws -> MetricSample { try formula(text).expression.sample { _ in .unknown } }
        #expect(try value("1 + 2 * 3 ^ 2") == .number(19))
        #expect(try value("(1 + 2) * 3 - -4 / 2") == .number(11))
        #expect(try value("1 < 2 && 3 >= 3 or 0") == .number(1))
        #expect(try value("IF(1 != 1, 2, 1.5e1)") == .number(15))
        #expect(try value("10 - 4 - 3") == .number(3))
        #expect(try value("CEIL(7 / 2) + FLOOR(3.9) + ABS(-1)") == .number(8))
        #expect(try value("MAX([1, 5, 3]) + MIN([4, 2]) + SUM([1, 1]) + AVG([2, 4])") == .number(12))
    }

    @Test("A division by zero gives no data, and no data goes through operators")
    func noData() throws {
        func value(_ text: String) throws -> MetricSample {
            try formula(text).expression.sample { $0 == 0 ? .number(6) : .nothing }
        }
        #expect(try value("m1 / 0") == .nothing)
        #expect(try value("m1 + m2") == .nothing)
        #expect(try value("m1 + FILL(m2, 2)") == .number(8))
        #expect(try value("FILL(m2, REPEAT)") == .unknown)
        #expect(try value("IF(m2 > 0, m2, 1)") == .nothing)
        #expect(try value("SUM([m1, m2])") == .number(6))
        #expect(try value("RATE(m1)") == .unknown)
    }

    /// The guards that people write, and whether each gives a result when no task runs and when the count is missing.
    private static let knownGuards: [(String, Bool, Bool)] = [
        ("m1 / m2", false, false),
        ("m1 / IF(m2 > 0, m2, 1)", true, false),
        ("m1 / IF(m2, m2, 1)", true, false),
        ("(m1 + m3) / FILL(m2, 1)", false, true),
        ("(m1 + m3) / FILL(m2, 0)", false, false),
        ("m1 / IF(FILL(m2, 0) > 0, FILL(m2, 0), 1)", true, true),
        ("m1 / FILL(IF(m2 > 0, m2, 1), 1)", true, true),
        ("m1 / (m2 + 1)", true, false),
        ("m1 / MAX([m2, 1])", true, true),
        ("IF(m2 == 0, m1, m1 / m2)", true, false),
        ("FILL(m1 / m2, 100)", true, true),
        ("m1 * (m2 > 0) / m2", false, false),
        ("CEIL(m1 / IF(m2 < 1, 1, m2))", true, false),
    ]

    @Test("Guards of a division by the running tasks", arguments: knownGuards)
    func guards(text: String, zero: Bool, missing: Bool) throws {
        let formula = try formula(text)
        #expect(formula.dividesByTasks(role))
        #expect(formula.isPositive(tasks: .number(0), role) == zero)
        #expect(formula.isPositive(tasks: .nothing, role) == missing)
    }

    @Test("A metric of one's own leaves the guard open")
    func unknownDivisor() throws {
        #expect(try formula("m1 / m4").isPositive(tasks: .number(0), role) == nil)
        #expect(try formula("m1 / m4").dividesByTasks(role) == false)
    }

    @Test(
        "What only counts messages",
        arguments: [
            ("m1", true), ("m1 + m3", true), ("SUM([m1, m3])", true), ("m1 * 2", true), ("CEIL(m1 / 10)", true),
            ("m1 / m2", false), ("m1 / IF(m2 > 0, m2, 1)", false), ("m2", false), ("m4", false), ("m1 + m4", false),
            ("METRICS()", false),
        ])
    func bareCount(text: String, isBare: Bool) throws {
        #expect(try formula(text).isBareCount(of: role) == isBare)
    }

    @Test("A function over time is not seen through")
    func opaque() throws {
        #expect(try formula("RATE(m1)").isBareCount(of: role) == nil)
    }

    @Test("Lines refer to lines, metrics are found through them")
    func lines() throws {
        let formula = try formula("backlog / tasks", lines: ["backlog": "m1 + m3", "tasks": "FILL(m2, 1)"])
        #expect(formula.expression.metrics == [0, 2, 1])
        #expect(formula.expression.dividends == [0, 2])
        #expect(formula.expression.divisors.flatMap(\.metrics) == [1])
        #expect(try self.formula("SUM(METRICS(\"m\"))").expression.metrics == [0, 1, 2, 3])
        #expect(try self.formula("IF(m2 > 0, m1, m3)").expression.dividends == [0, 2])
    }

    @Test(
        "What is not an expression is told with its place",
        arguments: [
            ("m1 /", 4), ("m1 m2", 3), ("(m1", 3), ("IF(m1,", 6), ("m1 $ 2", 3), ("\"m1", 0), ("1.2.3", 0), ("", 0),
            ("SELECT AVG(CPUUtilization) FROM x", 0), ("[m1, ]", 5),
        ])
    func refused(text: String, offset: Int) {
        #expect(throws: MetricMathError.self) { try MetricMathParser.parse(text) }
        do { _ = try MetricMathParser.parse(text) } catch { #expect(error.offset == offset) }
    }

    @Test("Circles, depth and length are bounded")
    func bounds() throws {
        #expect(throws: MetricMathError.self) { try formula("e2", lines: ["e2": "e3 + 1", "e3": "e2 + 1"]) }
        var doubling: [String: String] = ["d0": "m1"]
        for index in 1...40 { doubling["d\(index)"] = "d\(index - 1) + d\(index - 1)" }
        #expect(throws: MetricMathError.self) { try formula("d40", lines: doubling) }
        #expect(throws: MetricMathError.self) { try MetricMathParser.parse(String(repeating: "(", count: 1_500)) }
        #expect(throws: MetricMathError.self) { try MetricMathParser.parse(String(repeating: "-", count: 2_000) + "1") }
        #expect(throws: MetricMathError.self) { try MetricMathParser.parse(String(repeating: "1", count: 3_000)) }
        let long = Array(repeating: "m1", count: 600).joined(separator: "+")
        #expect(try formula(long).expression.metrics == [0])
    }
}
