import Evaluation
import CEL
import Templates
import TestSupport
import Topology

@testable import Rules

/// Tries a rule on the models of its own tests with one field replaced.
struct RuleTrial {
    /// One field of one object of one test.
    struct Place {
        let test: Int
        let object: Int
        let slot: Int
    }

    private struct Verdicts {
        /// Check, resource and subject.
        let findings: Set<String>
        /// Checks with an undecided verdict.
        let undecided: Set<String>
    }

    private let rule: CompiledRule
    private let compiler: RuleCompiler
    private let tests: [(name: String, model: Model)]
    /// The fields that the rule names, as "kind.field".
    private let named: Set<String>

    /// - Parameter assertion: what the rule's checks assert instead, with the functions of messages as well.
    init(_ rule: Rule, asserting assertion: String? = nil) throws {
        var compiler = RuleCompiler(schema: .builtIn, configuration: RuleConfiguration(), context: CalculatorContext())
        guard var compiled = compiler.compile(rule) else { throw RuleLoadError(compiler.diagnostics) }
        if let assertion { compiled = try Self.replacing(compiled, assertion) }
        self.rule = compiled
        self.compiler = compiler
        tests = rule.tests.compactMap { test in
            guard case .model(let entries) = test.input, test.parameters == nil, test.configuration == nil else { return nil }
            var fixture = ModelFixture(schema: .builtIn)
            for entry in entries { fixture.add(entry, kind: rule.selection.kind) }
            return (test.name, fixture.model)
        }
        let checks = compiled.checks.flatMap { [$0.condition, $0.assertion] }
        let expressions = [compiled.condition, compiled.list, compiled.memberCondition] + compiled.variables + checks
        named = Set(
            expressions.flatMap { $0?.program.referencedFields.map { "\($0.structure).\($0.field)" } ?? [] })
    }

    private static func replacing(_ rule: CompiledRule, _ assertion: String) throws -> CompiledRule {
        let functions = RuleFunctions(context: CalculatorContext()).messageDeclarations
        let checks = try rule.checks.map { check in
            let program = try check.scope.environment.adding(functions: functions).compile(assertion)
            let expression = CompiledExpression(program: program, source: check.assertion.source)
            return CompiledCheck(
                check: check.check, severity: check.severity, condition: check.condition, assertion: expression,
                scope: check.scope)
        }
        return CompiledRule(
            rule: rule.rule, condition: rule.condition, list: rule.list, memberCondition: rule.memberCondition,
            variables: rule.variables, checks: checks)
    }

    /// At most `count` places, chosen at random: three of four are fields that the rule names, the others may be what its
    /// functions read.
    func places(_ count: Int, _ generator: inout SeededGenerator) -> [Place] {
        var all: [Place] = []
        for (test, (_, model)) in tests.enumerated() {
            for object in model.objects {
                all += object.fields.indices.map { Place(test: test, object: object.id.index, slot: $0) }
            }
        }
        all.shuffle(using: &generator)
        let direct = all.filter(isNamed).prefix((count * 3 + 3) / 4)
        return Array(direct) + all.filter { !isNamed($0) }.prefix(count - direct.count)
    }

    private func isNamed(_ place: Place) -> Bool {
        let kind = tests[place.test].model.objects[place.object].kind
        return named.contains("\(kind.name).\(kind.fields[place.slot].name)")
    }

    /// Where the verdict on an unknown and those on possible values contradict each other, or a value breaks the rule.
    func faults(at place: Place, _ count: inout Int) -> [String] {
        let (name, model) = tests[place.test]
        let object = model.objects[place.object]
        let field = object.fields[place.slot]
        let declaration = object.kind.fields[place.slot]
        let title = "'\(name)', \(object.name).\(declaration.name)"
        // What the test leaves unknown is no value that could take its place.
        let own: [Field.Content] = if case .unknown = field.content { [] } else { [field.content] }
        let values = own + Self.values(of: declaration.type)
        var faults: [String] = []
        for mayBeAbsent in [false, true] {
            let contents = values.filter { if case .absent = $0 { mayBeAbsent } else { true } } + (mayBeAbsent ? [.absent] : [])
            do {
                let open = try verdicts(place, .unknown([Reason("replaced")], mayBeAbsent: mayBeAbsent))
                count += 1
                for content in contents {
                    let settled = try verdicts(place, content)
                    count += 1
                    faults += open.findings.subtracting(settled.findings).map {
                        "\(title) unknown finds \($0), \(content) does not"
                    }
                    faults += settled.findings.subtracting(open.findings)
                        .filter { !open.undecided.contains(Self.check(of: $0)) }
                        .map { "\(title) unknown passes \($0), \(content) does not" }
                }
            } catch {
                faults.append("\(title): \(error)")
            }
        }
        return faults
    }

    private static func check(of verdict: String) -> String { String(verdict.prefix { $0 != " " }) }

    private static func values(of type: FieldType) -> [Field.Content] {
        switch type {
        case .integer: [Int64.min, -1, 0, 1, 60, 1_000_000, .max].map { .integer($0) }
        case .double: [-1, 0, 0.5, 1e308].map { .double($0) }
        case .string: [.string(""), .string("\u{1F600} x"), .string("FARGATE")]
        case .list: [.list([], open: [])]
        case .object: []
        case .bool: [.bool(true), .bool(false)]
        }
    }

    private func verdicts(_ place: Place, _ content: Field.Content) throws(RuleError) -> Verdicts {
        let outcome = try RuleEngine.evaluate(model(place, content), [rule], compiler)
        return Verdicts(
            findings: Set(
                outcome.findings.map { "\($0.check) of \($0.location.resource ?? "") \($0.subject ?? "")" }),
            undecided: Set(outcome.undecided.map(\.check)))
    }

    private func model(_ place: Place, _ content: Field.Content) -> Model {
        let model = tests[place.test].model
        var objects = model.objects
        let old = objects[place.object]
        var fields = old.fields
        fields[place.slot] = Field(content, state: .explicit, origin: fields[place.slot].origin)
        objects[place.object] = ModelObject(
            id: old.id, kind: old.kind, name: old.name, existence: old.existence, origin: old.origin, fields: fields)
        return Model(schema: model.schema, objects: objects)
    }
}
