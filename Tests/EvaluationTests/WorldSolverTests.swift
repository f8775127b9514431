import Evaluation
import Testing
import YAMLBridge

@Suite("Worlds that values make")
struct WorldSolverTests {
    private let origin: Origin

    init() throws {
        let document = try Document.parse(Array("a: 1".utf8), path: "t.yaml")
        let root = try #require(document.root)
        origin = Origin(node: root, key: nil, parent: nil, component: nil, resource: nil)
    }

    private func input(
        _ name: String, shape: ValueShape = .text, isNullable: Bool = false, allowed: [Datum] = []
    ) -> Value {
        let input = OpenInput(
            key: "0#\(name)", name: name, kind: .parameter, shape: shape, isNullable: isNullable, allowed: allowed)
        return .unknown(Reason("\(name) has no value", input: input), origin: origin)
    }

    private func atom(_ value: Value, is text: String) -> ConditionAtom {
        let other = Value(.scalar(.init(text)), origin: origin)
        let question = Value.equality(of: value, to: other)
        return ConditionAtom(key: question.identityKey ?? "", label: "\(value.summary) == \(text)", question: question)
    }

    private func answer(_ answers: [(ConditionAtom, Bool)], premises: [Condition] = []) -> WorldSolver.Answer {
        let world = answers.reduce(World.open) { $0.assuming($1.0, $1.1) }
        return WorldSolver(premises: premises).answer(to: world)
    }

    @Test("the values of a witness are those that the questions name, or others")
    func values() throws {
        let stage = input("Stage")
        guard case .witness(let witness) = answer([(atom(stage, is: "live"), true)]) else {
            Issue.record("no witness")
            return
        }
        #expect(witness.givenPhrase == "Stage = live")
        guard case .witness(let other) = answer([(atom(stage, is: "live"), false), (atom(stage, is: ""), false)]) else {
            Issue.record("no witness")
            return
        }
        #expect(other.givenPhrase == "Stage = example")
    }

    @Test("one input has one value")
    func contradiction() {
        let stage = input("Stage")
        guard case .impossible = answer([(atom(stage, is: "live"), true), (atom(stage, is: "test"), true)]) else {
            Issue.record("two values at once")
            return
        }
    }

    @Test("what is demanded of the inputs excludes values")
    func premises() {
        let stage = input("Stage", allowed: [.text("live"), .text("test")])
        let demand = Condition.atom(atom(stage, is: "live"))
        guard case .impossible = answer([(atom(stage, is: "test"), true)], premises: [demand]) else {
            Issue.record("a premise was passed over")
            return
        }
    }

    @Test("a question that cannot be asked again leaves the world open")
    func unaskable() {
        guard case .open = answer([(ConditionAtom(key: "x", label: "x"), true)]) else {
            Issue.record("it was decided")
            return
        }
    }

    @Test("independent inputs are not multiplied")
    func independence() {
        let answers = (0..<40).map { (atom(input("P\($0)"), is: "on"), $0 % 2 == 0) }
        guard case .witness(let witness) = answer(answers) else {
            Issue.record("no witness")
            return
        }
        #expect(witness.entries.count == 40)
    }

    @Test("a value where the deployment stops makes no world")
    func failure() {
        let reason = Reason("r", term: .firstSuccess([.failure("stops", origin: origin), input("P")]))
        let value = Value(.unknown([reason], mayBeAbsent: false), origin: origin)
        guard case .witness(let witness) = answer([(atom(value, is: "a"), true)]) else {
            Issue.record("no witness")
            return
        }
        #expect(witness.givenPhrase == "P = a")
    }
}
