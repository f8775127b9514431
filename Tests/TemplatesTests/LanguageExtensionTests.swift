import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("AWS::LanguageExtensions")
struct LanguageExtensionTests {
    static let sections = """
        Transform: [AWS::LanguageExtensions]
        Parameters:
          Open: {Type: String}
          Names: {Type: CommaDelimitedList, Default: "a,b,c"}
          Which: {Type: String, Default: Other}
          Policy: {Type: String, Default: Retain}
        Mappings:
          Sizes: {small: {cpu: 256}}
        Conditions:
          IsOpen: !Equals [!Ref Open, live]
        """

    private func value(_ expression: String) throws -> Value {
        let workload = try load(template(expression, sections: Self.sections))
        #expect(workload.problems.isEmpty)
        return try workload.property("P", of: "It")
    }

    @Test(arguments: [
        ("{'Fn::Length': !Ref Names}", "3"), ("!Length [a, b]", "2"), ("{'Fn::Length': [!Ref AWS::NoValue]}", "0"),
        ("{'Fn::Length': {'Fn::Split': ['|', 'a|b']}}", "2"),
        ("{'Fn::ToJsonString': {a: 5, b: [true, 'x\"y', 007, '5', -1.5]}}", #"{"a":5,"b":[true,"x\"y","007","5",-1.5]}"#),
        ("{'Fn::ToJsonString': {}}", "{}"), ("{'Fn::ToJsonString': {a: !Ref AWS::NoValue, b: !Ref Which}}", #"{"b":"Other"}"#),
        ("!FindInMap [Sizes, huge, cpu, {DefaultValue: 512}]", "512"),
        ("!FindInMap [Sizes, small, cpu, {DefaultValue: 512}]", "256"),
        ("!FindInMap [Nothing, small, cpu, {DefaultValue: !Select [1, !Ref Names]}]", "b"),
        ("!FindInMap [!Sub 'Size${S}', !If [IsOpen, small, small], !Join ['', [c, pu]]]", "256"),
    ])
    func gives(_ expression: String, _ expected: String) throws {
        let known = expression.replacing("'Size${S}'", with: "['Size${S}', {S: s}]")
        let value = try value(known)
        let settled = try #require(value.settled(in: .open.assuming(try Self.isOpen(), true)))
        #expect(settled.knownText == expected)
    }

    /// The question behind `IsOpen`.
    private static func isOpen() throws -> ConditionAtom {
        let value = try load(template("!If [IsOpen, a, b]", sections: sections)).property("P", of: "It")
        guard case .choice(let condition, _, _) = value.content else { throw NoChoice() }
        return try #require(condition.undecidedAtom(in: .open))
    }

    private struct NoChoice: Error {}

    @Test(arguments: [
        "{Ref: {'Fn::Sub': '${Which}'}}", "!Ref {'Fn::Join': ['', [Oth, er]]}", "{Ref: !Select [0, [Other]]}",
        "{'Fn::GetAtt': [!Ref Which, Arn]}", "!GetAtt [!Sub '${Which}', !Sub 'Ar${N}']",
    ])
    func functionsMayNameResources(_ expression: String) throws {
        let value = try value(expression.replacing("!Sub 'Ar${N}'", with: "!Sub ['Ar${N}', {N: n}]"))
        guard case .reference(let reference) = value.content else {
            Issue.record("\(expression) is not a reference")
            return
        }
        #expect(reference.resource.logicalID == "Other")
    }

    @Test func lengthsFollowConditions() throws {
        let value = try value("{'Fn::Length': [a, !If [IsOpen, b, !Ref AWS::NoValue]]}")
        let atom = try Self.isOpen()
        #expect(value.settled(in: .open.assuming(atom, true))?.knownText == "2")
        #expect(value.settled(in: .open.assuming(atom, false))?.knownText == "1")
        #expect(try self.value("{'Fn::Length': !Ref Open}").isUnknown)
    }

    @Test func jsonTextKeepsReferencesInTheirPlaces() throws {
        let value = try value("{'Fn::ToJsonString': {deadLetterTargetArn: !GetAtt Other.Arn, maxReceiveCount: 5}}").unwrappedJSON
        #expect(value.member("maxReceiveCount").knownText == "5")
        guard case .reference(let reference) = value.member("deadLetterTargetArn").content else {
            Issue.record("no reference")
            return
        }
        #expect(reference.attribute == .named("Arn"))
    }

    @Test func constantsAreNames() throws {
        let text = """
            Transform: AWS::LanguageExtensions
            Constants: {stage: live, tags: {A: b}}
            Resources:
              It: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub "${stage}-jobs", Tags: !Ref tags, KmsMasterKeyId: !Ref stagd}}
            """
        #expect(try load(text).problems.map(\.message) == ["there is no parameter or resource 'stagd'"])
    }

    @Test func policiesOfDeletionMayBeMadeByFunctions() throws {
        let text = """
            Resources:
              It: {Type: AWS::SQS::Queue, DeletionPolicy: !Ref Policy, UpdateReplacePolicy: !If [IsOpen, Delete, Retain]}
            """
        let workload = try load(Self.sections + "\n" + text)
        #expect(workload.problems.isEmpty)
        #expect(workload.stacks[0].resources[0].body.member("DeletionPolicy").knownText == "Retain")
        let plain = try load(
            Self.sections.replacing("Transform: [AWS::LanguageExtensions]", with: "") + "\n" + text)
        #expect(plain.problems.map(\.code) == [.malformedFunction, .malformedFunction])
        #expect(plain.problems.map(\.origin.path) == ["DeletionPolicy", "UpdateReplacePolicy"])
    }

    @Test(arguments: [
        "{'Fn::Length': abc}", "{'Fn::ToJsonString': abc}", "!FindInMap [Sizes, small, cpu, 7]", "!Ref [a]",
    ])
    func wrongShapesAreReported(_ expression: String) throws {
        let problems = try load(template(expression, sections: Self.sections)).problems
        #expect(problems.map(\.code) == [.malformedFunction])
        #expect(problems.first?.origin.path == "Properties.P")
    }

    @Test(arguments: [
        "{'Fn::Length': [a]}", "{'Fn::ToJsonString': {a: b}}", "{Ref: !Sub 'Other'}", "!GetAtt [!Sub Other, Arn]",
    ])
    func needTheTransform(_ expression: String) throws {
        let problems = try load(template(expression)).problems
        #expect(problems.map(\.code) == [.malformedFunction])
        #expect(problems.first?.help.contains("AWS::LanguageExtensions") == true)
    }
}
