import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite struct ConditionTests {
    static let sections = """
        Parameters:
          Stage: {Type: String}
          Size: {Type: String, Default: big}
        Conditions:
          IsLive: !Equals [!Ref Stage, live]
          IsTest: !Equals [!Ref Stage, test]
          NotLive: !Not [!Condition IsLive]
          IsBig: !Equals [!Ref Size, big]
          Both: !And [!Condition IsLive, !Condition IsBig]
          Either: !Or [!Condition IsLive, !Condition IsTest]
          Never: !And [!Condition IsLive, !Condition IsTest]
        """

    private func value(_ expression: String) throws -> Value {
        try load(template(expression, sections: Self.sections)).property("P", of: "It")
    }

    @Test func decidedConditionsTakeTheirSide() throws {
        #expect(try value("!If [IsBig, a, b]").knownText == "a")
    }

    @Test func undecidedConditionsKeepBothSidesAndNameTheCondition() throws {
        let value = try value("!If [IsLive, a, b]")
        guard case .choice(let condition, let yes, let no) = value.content else {
            Issue.record("no choice")
            return
        }
        #expect(condition.undecidedAtom(in: .open)?.label == "IsLive")
        #expect(yes.knownText == "a")
        #expect(no.knownText == "b")
    }

    @Test(arguments: [
        ("!If [NotLive, a, b]", true, "b"), ("!If [NotLive, a, b]", false, "a"),
        ("!If [Both, a, b]", true, "a"), ("!If [Both, a, b]", false, "b"),
        ("!If [Either, a, b]", true, "a"),
        ("!If [IsLive, !If [IsTest, wrong, right], other]", true, "right"),
        ("!If [Never, a, b]", true, "b"),
    ])
    func followFromOneAnswer(_ expression: String, _ isLive: Bool, _ expected: String) throws {
        let value = try value(expression)
        let atom = ConditionAtom(
            key: try #require(try self.value("!If [IsLive, a, b]").choiceAtom).key, label: "IsLive",
            subject: try self.value("!If [IsLive, a, b]").choiceAtom?.subject, literal: "live")
        #expect(value.settled(in: World.open.assuming(atom, isLive))?.knownText == expected)
    }

    @Test func aChoiceInATextIsAChoiceOfTexts() throws {
        let value = try value("!Sub ['jobs-${S}', {S: !If [IsLive, live, test]}]")
        guard case .choice(_, let yes, let no) = value.content else {
            Issue.record("no choice")
            return
        }
        #expect([yes.knownText, no.knownText] == ["jobs-live", "jobs-test"])
    }

    @Test func elementsThatMayVanishKeepTheirCondition() throws {
        let value = try value("[a, !If [IsLive, b, !Ref 'AWS::NoValue']]")
        guard case .list(let elements, let open) = value.content else {
            Issue.record("no list")
            return
        }
        #expect(elements.count == 2)
        #expect(open.isEmpty)
    }

    @Test func resourcesExistUnderTheirCondition() throws {
        let workload = try load(
            Self.sections + """

                Resources:
                  Sometimes: {Type: AWS::SQS::Queue, Condition: IsLive}
                  Always: {Type: AWS::SQS::Queue}
                  Surely: {Type: AWS::SQS::Queue, Condition: IsBig}
                """)
        let existence = Dictionary(
            workload.stacks[0].resources.map { ($0.name, $0.existence) }, uniquingKeysWith: { $1 })
        #expect(existence["Always"] == .always)
        #expect(existence["Surely"] == .always)
        #expect(existence["Sometimes"]?.undecidedAtom(in: .open)?.label == "IsLive")
    }

    @Test func circlesAreReportedAndDoNotHang() throws {
        let workload = try load(
            template(
                "!If [A, x, y]",
                sections: """
                    Conditions:
                      A: !Not [!Condition B]
                      B: !Not [!Condition A]
                    """))
        #expect(workload.problems.map(\.code) == [.circularReference])
    }

    @Test func thirtyConditionsInOneTextStaySmall() throws {
        let parameters = (0..<30).map { "  P\($0): {Type: String}" }.joined(separator: "\n")
        let conditions = (0..<30).map { "  C\($0): !Equals [!Ref P\($0), x]" }.joined(separator: "\n")
        let pieces = (0..<30).map { "!If [C\($0), a, b]" }.joined(separator: ", ")
        let workload = try load(
            template("!Join ['', [\(pieces)]]", sections: "Parameters:\n\(parameters)\nConditions:\n\(conditions)"))
        #expect(try workload.property("P", of: "It").unknownReasons.count < 1_000)
    }
}

extension Value {
    fileprivate var choiceAtom: ConditionAtom? {
        if case .choice(let condition, _, _) = content { condition.undecidedAtom(in: .open) } else { nil }
    }
}
