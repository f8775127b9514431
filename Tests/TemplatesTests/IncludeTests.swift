import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("AWS::Include")
struct IncludeTests {
    /// Loads a template beside files that it may include; they are asked for by the last part of their address.
    private func load(_ text: String, beside files: [String: String]) throws -> Workload {
        let documents = try files.map { ($0.key, try Document.parse(Array($0.value.utf8), path: "files/\($0.key)")) }
        let byName = Dictionary(uniqueKeysWithValues: documents)
        return try TemplatesTests.load([("template.yaml", text)]) { reference, _ in
            byName[reference.split(separator: "/").last.map(String.init) ?? ""]
        }
    }

    private static let include = "{Name: AWS::Include, Parameters: {Location: s3://bucket/part.yaml}}"

    @Test("adds resources")
    func resources() throws {
        let workload = try load(
            """
            Resources:
              Fn::Transform: \(Self.include)
              It: {Type: AWS::SQS::Queue, Properties: {P: !GetAtt Added.Arn}}
            """, beside: ["part.yaml": "Added: {Type: AWS::SQS::Queue, Properties: {P: !Ref AWS::Region}}"])
        #expect(workload.stacks[0].resources.map(\.name) == ["Added", "It"])
        #expect(workload.problems.isEmpty)
        #expect(workload.stacks[0].open.isEmpty)
        #expect(try workload.property("P", of: "Added").origin.document.path == "files/part.yaml")
    }

    @Test("adds sections when it stands beside them")
    func sections() throws {
        let workload = try load(
            """
            Transform: [\(Self.include)]
            Parameters: {Stage: {Type: String, Default: live}}
            Resources: {It: {Type: AWS::SQS::Queue, Properties: {P: !FindInMap [M, !Ref Stage, v]}}}
            """,
            beside: ["part.yaml": "Mappings: {M: {live: {v: 7}}}\nResources: {Added: {Type: AWS::SQS::Queue}}"])
        #expect(try workload.property("P", of: "It").knownText == "7")
        #expect(workload.stacks[0].resources.map(\.name) == ["It", "Added"])
        #expect(workload.stacks[0].open.isEmpty)
    }

    @Test("adds properties, mapping keys and whole values")
    func values() throws {
        let workload = try load(
            """
            Mappings: {M: {'Fn::Transform': {Name: AWS::Include, Parameters: {Location: map.yaml}}}}
            Parameters: {Bucket: {Type: String}}
            Resources:
              Other: {Type: AWS::SQS::Queue}
              It:
                Type: AWS::SQS::Queue
                Properties:
                  Own: 1
                  Mapped: !FindInMap [M, live, v]
                  Whole: {'Fn::Transform': {Name: AWS::Include, Parameters: {Location: !Sub 's3://${Bucket}/whole.yaml'}}}
                  'Fn::Transform': \(Self.include)
            """,
            beside: ["part.yaml": "Added: !Ref Other", "map.yaml": "live: {v: 9}", "whole.yaml": "[a, b]"])
        #expect(try workload.property("Own", of: "It").knownText == "1")
        #expect(try workload.property("Mapped", of: "It").knownText == "9")
        #expect(try workload.property("Whole", of: "It").texts == ["a", "b"])
        guard case .reference = try workload.property("Added", of: "It").content else {
            Issue.record("no reference")
            return
        }
        #expect(workload.problems.isEmpty)
    }

    @Test("of a file that is not there leaves everything open that it may bring")
    func missing() throws {
        let workload = try load(
            """
            Resources:
              Fn::Transform: \(Self.include)
              It:
                Type: AWS::SQS::Queue
                Properties: {P: !GetAtt Added.Arn, Q: {'Fn::Transform': \(Self.include)}}
            """, beside: [:])
        #expect(Set(workload.problems.map(\.code)) == [.nestedTemplateNotFound])
        #expect(workload.stacks[0].open.count == 1)
        guard case .unknown(_, mayBeAbsent: true) = try workload.property("Q", of: "It").content else {
            Issue.record("Q is not unknown")
            return
        }
    }

    @Test("of a file with duplicate keys is reported with both places there")
    func duplicateKeys() throws {
        let part = """
            Added:
              Type: AWS::SQS::Queue
              Properties:
                Tags:
                  - {Key: a, Value: b}
                  - {Key: c, Value: d, Key: e}
                DelaySeconds: 1
                DelaySeconds: 2
            """
        let workload = try load(
            "Resources: {'Fn::Transform': \(Self.include), It: {Type: AWS::SQS::Queue}}", beside: ["part.yaml": part])
        #expect(workload.problems.map(\.code) == [.duplicateKey, .duplicateKey])
        #expect(workload.problems.map(\.origin.document.path) == ["files/part.yaml", "files/part.yaml"])
        #expect(workload.problems.map(\.origin.span.start) == [SourcePosition(line: 6, column: 28), .init(line: 8, column: 5)])
        #expect(workload.problems.map { $0.related.map(\.span.start.line) } == [[6], [7]])
    }

    @Test("brings attributes of a resource, or the whole of it")
    func attributes() throws {
        let workload = try load(
            """
            Resources:
              Part: {Type: AWS::SQS::Queue, 'Fn::Transform': \(Self.include)}
              Whole: {'Fn::Transform': {Name: AWS::Include, Parameters: {Location: whole.yaml}}}
            """,
            beside: ["part.yaml": "Properties: {P: 7}", "whole.yaml": "Type: AWS::SNS::Topic\nProperties: {P: 8}"])
        #expect(workload.stacks[0].resources.map(\.type) == ["AWS::SQS::Queue", "AWS::SNS::Topic"])
        #expect(try workload.property("P", of: "Part").knownText == "7")
        #expect(try workload.property("P", of: "Whole").knownText == "8")
        #expect(workload.problems.isEmpty)
        #expect(workload.stacks[0].open.isEmpty)
    }

    @Test("that is not there leaves the attributes of a resource unknown, and its type too where it may bring that")
    func missingAttributes() throws {
        let workload = try load(
            """
            Resources:
              Part: {Type: AWS::SQS::Queue, 'Fn::Transform': \(Self.include)}
              Whole: {'Fn::Transform': \(Self.include)}
              Macro: {Type: AWS::SQS::Queue, Properties: {P: 1}, 'Fn::Transform': {Name: Mine}}
            """, beside: [:])
        #expect(workload.stacks[0].resources.map(\.name) == ["Part", "Macro"])
        #expect(workload.stacks[0].open.map(\.reason.text) == ["the type of Whole is not known"])
        for name in ["Part", "Macro"] {
            guard case .unknown(_, mayBeAbsent: true) = try workload.property("P", of: name).content else {
                Issue.record("P of \(name) is not unknown")
                continue
            }
        }
    }

    @Test("that is not there makes no key of a mapping missing")
    func missingKeys() throws {
        let workload = try load(
            """
            Mappings: {M: {'Fn::Transform': \(Self.include), test: {v: 1}}, N: {live: {'Fn::Transform': \(Self.include), w: 2}}}
            Resources:
              It:
                Type: AWS::SQS::Queue
                Properties:
                  P: !FindInMap [M, live, v]
                  R: !FindInMap [N, live, v]
                  S: !FindInMap [N, live, w]
                  T: !FindInMap [M, !Ref AWS::Region, v]
            """, beside: [:])
        #expect(Set(workload.problems.map(\.code)) == [.nestedTemplateNotFound])
        #expect(try workload.property("P", of: "It").isUnknown)
        #expect(try workload.property("R", of: "It").isUnknown)
        #expect(try workload.property("S", of: "It").knownText == "2")
        #expect(try workload.property("T", of: "It").isUnknown)
    }

    @Test("of itself is refused")
    func circle() throws {
        let part = "Added: {Type: AWS::SQS::Queue}\nFn::Transform: \(Self.include)"
        let workload = try load(
            "Resources: {'Fn::Transform': \(Self.include), It: {Type: AWS::SQS::Queue}}", beside: ["part.yaml": part])
        #expect(workload.problems.map(\.code) == [.circularReference])
        #expect(workload.problems[0].origin.document.path == "files/part.yaml")
        #expect(workload.stacks[0].resources.map(\.name) == ["Added", "It"])
    }

    @Test("without a Location is malformed, and other macros stay unread")
    func others() throws {
        let wrong = try load(
            "Resources: {It: {Type: AWS::SQS::Queue, Properties: {P: {'Fn::Transform': {Name: AWS::Include}}}}}", beside: [:])
        #expect(wrong.problems.map(\.code) == [.malformedFunction])
        let macro = try load(
            """
            Resources:
              It: {Type: AWS::SQS::Queue, Properties: {P: !Transform {Name: Mine, Parameters: {a: b}}, R: !Ref Added}}
              Fn::Transform: {Name: Mine}
            """, beside: [:])
        #expect(macro.problems.isEmpty)
        #expect(macro.stacks[0].open.map(\.reason.text) == ["the macro Mine adds what is not read"])
        #expect(try macro.property("P", of: "It").unknownReasons.map(\.text) == ["the macro Mine is expanded at deployment"])
    }
}
