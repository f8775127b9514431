import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Maps that may hold more than they list")
struct OpenMapTests {
    private static let include = "{Name: AWS::Include, Parameters: {Location: s3://bucket/nowhere.yaml}}"

    private func queue(_ properties: String, sections: String = "") throws -> Value {
        let text = """
            Transform: AWS::LanguageExtensions
            Parameters: {Names: {Type: CommaDelimitedList}, Open: {Type: String}}
            \(sections)
            Resources:
              It:
                Type: AWS::SQS::Queue
                Properties: \(properties)
            """
        return try load(text).property("", of: "It")
    }

    private func isOpen(_ value: Value) -> Bool {
        guard case .unknown(let reasons, mayBeAbsent: true) = value.content else { return false }
        return !reasons.isEmpty
    }

    @Test(
        "keep what they list, and what they do not list is unknown rather than absent",
        arguments: [
            "{A: 1, 'Fn::Transform': \(OpenMapTests.include)}",
            "{'Fn::ForEach::L': [N, !Ref Names, {'K${N}': 1}], A: 1}",
            "{A: 1, 'Fn::Transform': [\(OpenMapTests.include), \(OpenMapTests.include)]}",
            "{<<: !If [Undecided, {B: 1}, {C: 1}], A: 1}",
            "{<<: !Ref Open, A: 1}",
            "{<<: [{A: 2}, !Ref Open], A: 1}",
        ])
    func members(_ properties: String) throws {
        let value = try queue(properties, sections: "Conditions: {Undecided: !Equals [!Ref Open, x]}")
        #expect(value.member("A").knownText == "1")
        #expect(isOpen(value.member("B")))
        #expect(isOpen(value.member(atPath: "B.C")))
    }

    @Test("are wholly unknown where a macro may change its neighbours too")
    func macro() throws {
        let value = try queue("{A: 1, 'Fn::Transform': {Name: Mine}}")
        #expect(isOpen(value.member("A")))
        #expect(isOpen(value.member("B")))
    }

    @Test("leave the JSON text of them unknown")
    func json() throws {
        let value = try queue("{A: !ToJsonString {B: 1, 'Fn::Transform': \(Self.include)}, C: !ToJsonString {B: 1}}")
        #expect(value.member("A").isUnknown)
        #expect(value.member("C").knownText == "{\"B\":1}")
    }

    @Test("are closed once everything is known")
    func closed() throws {
        let value = try queue("{'Fn::ForEach::L': [N, [X, Y], {'K${N}': 1}], <<: {B: 2}, A: 1}")
        #expect(["KX", "KY", "A", "B"].map { value.member($0).knownText } == ["1", "1", "1", "2"])
        #expect(value.member("Z").isAbsent)
    }

    @Test("<< merges what stands in the text, wherever it stands; the own keys win, then the first source")
    func merges() throws {
        let workload = try load(
            """
            Parameters: {<<: {Merged: {Type: String, Default: m}}, Own: {Type: String, Default: o}}
            Mappings: {M: {<<: {a: {b: 5}}, c: {d: 6}}}
            Resources:
              <<: {Added: {Type: AWS::SQS::Queue}}
              It:
                <<: {Type: AWS::SQS::Queue, DeletionPolicy: Retain, Properties: {P: 9}}
                Properties: {<<: [{A: 1, B: 1}, {A: 2, B: 2, C: 2}], B: 3, M: !Ref Merged, F: !FindInMap [M, a, b], R: !GetAtt Added.Arn}
            """)
        #expect(workload.problems.isEmpty)
        #expect(workload.stacks[0].resources.map(\.name) == ["Added", "It"])
        #expect(try "ABCMF".map { try workload.property(String($0), of: "It").knownText } == ["1", "3", "2", "m", "5"])
        #expect(try workload.property("P", of: "It").isAbsent)
    }
}
