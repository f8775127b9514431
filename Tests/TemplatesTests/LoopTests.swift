import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Fn::ForEach")
struct LoopTests {
    /// A template with the language extensions whose resources and other sections are given.
    private func loopTemplate(_ resources: String, sections: String = "") -> String {
        """
        Transform: AWS::LanguageExtensions
        Parameters:
          Names: {Type: CommaDelimitedList, Default: "Alpha,Beta"}
          Unset: {Type: CommaDelimitedList}
        Mappings:
          Kinds: {All: {Names: [Photo, Movie]}, Photo: {Hidden: 240}, Movie: {Hidden: 170}}
        \(sections)
        Resources:
          Other: {Type: AWS::SQS::Queue}
        \(resources)
        """
    }

    private func names(_ workload: Workload) -> [String] { workload.stacks[0].resources.map(\.name) }

    @Test("makes a resource of each element, and replaces the variable in keys and values")
    func resources() throws {
        let workload = try load(
            loopTemplate(
                """
                  Fn::ForEach::Queues:
                    - Kind
                    - [Photo, Movie]
                    - "${Kind}Jobs":
                        Type: AWS::SQS::Queue
                        Properties:
                          VisibilityTimeout: !FindInMap [Kinds, !Ref Kind, Hidden]
                          QueueName: !Sub "jobs-${Kind}"
                          Plain: "x-${Kind}"
                      "${Kind}Feed":
                        Type: AWS::Lambda::EventSourceMapping
                        DependsOn: ["${Kind}Jobs"]
                        Properties: {EventSourceArn: !GetAtt [!Sub "${Kind}Jobs", Arn], Name: !GetAtt "${Kind}Jobs.QueueName", Both: !Sub "${${Kind}Jobs.Arn}"}
                """))
        #expect(names(workload) == ["Other", "PhotoJobs", "PhotoFeed", "MovieJobs", "MovieFeed"])
        #expect(try workload.property("VisibilityTimeout", of: "MovieJobs").knownText == "170")
        #expect(try workload.property("VisibilityTimeout", of: "PhotoJobs").knownText == "240")
        #expect(try workload.property("QueueName", of: "PhotoJobs").knownText == "jobs-Photo")
        #expect(try workload.property("Plain", of: "MovieJobs").knownText == "x-Movie")
        for property in ["EventSourceArn", "Name", "Both"] {
            guard case .reference(let reference) = try workload.property(property, of: "MovieFeed").content else {
                Issue.record("\(property) is not a reference")
                continue
            }
            #expect(reference.resource.logicalID == "MovieJobs")
        }
        #expect(workload.problems.isEmpty)
        #expect(workload.stacks[0].open.isEmpty)
        #expect(workload.stacks[0].resourceCount == 2)
    }

    @Test(
        "runs over parameters, mappings and what functions give",
        arguments: [
            ("!Ref Names", ["Alpha", "Beta"]), ("!FindInMap [Kinds, All, Names]", ["Photo", "Movie"]),
            ("!Split ['-', a-b-c]", ["a", "b", "c"]), ("[]", []), ("[!Select [0, !Ref Names], !Ref AWS::NoValue]", ["Alpha"]),
        ])
    func collections(_ collection: String, _ expected: [String]) throws {
        let workload = try load(
            loopTemplate("  'Fn::ForEach::Q': [N, \(collection), {'Q${N}': {Type: 'AWS::SQS::Queue'}}]"))
        #expect(names(workload) == ["Other"] + expected.map { "Q\($0)" })
        #expect(workload.problems.isEmpty)
    }

    @Test("nests, and takes characters out that a logical id cannot have")
    func nesting() throws {
        let workload = try load(
            loopTemplate(
                """
                  Fn::ForEach::Outer:
                    - A
                    - [x-1, y-2]
                    - Fn::ForEach::Inner:
                        - B
                        - [p, q]
                        - "Q&{A}${B}": {Type: AWS::SQS::Queue, Properties: {QueueName: "${A}/${B}"}}
                """))
        #expect(names(workload) == ["Other", "Qx1p", "Qx1q", "Qy2p", "Qy2q"])
        #expect(try workload.property("QueueName", of: "Qy2q").knownText == "y-2/q")
    }

    @Test("gives properties, conditions and outputs too")
    func otherPlaces() throws {
        let workload = try load(
            loopTemplate(
                """
                  It:
                    Type: AWS::SQS::Queue
                    Condition: IsAlpha
                    Properties:
                      Fixed: 1
                      Fn::ForEach::P: [Name, [DelaySeconds, VisibilityTimeout], {"${Name}": !Sub "v-${Name}"}]
                """,
                sections: """
                    Conditions:
                      Fn::ForEach::C: [N, !Ref Names, {"Is${N}": !Equals [!Ref N, Alpha]}]
                    Outputs:
                      Fn::ForEach::O: [N, !Ref Names, {"Out${N}": {Value: !Ref N}}]
                    """))
        #expect(try workload.property("VisibilityTimeout", of: "It").knownText == "v-VisibilityTimeout")
        #expect(try workload.property("DelaySeconds", of: "It").knownText == "v-DelaySeconds")
        #expect(try workload.property("Fixed", of: "It").knownText == "1")
        #expect(workload.stacks[0].resources.last?.existence == .always)
        #expect(workload.stacks[0].outputs.map(\.knownText) == ["Alpha", "Beta"])
        #expect(workload.problems.isEmpty)
    }

    @Test("over an unknown list leaves the stack open and unlisted names in peace")
    func unknownCollection() throws {
        let workload = try load(
            loopTemplate(
                """
                  Fn::ForEach::Queues: [N, !Ref Unset, {"Q${N}": {Type: AWS::SQS::Queue}}]
                  It: {Type: AWS::SQS::Queue, DependsOn: Qa, Properties: {P: !GetAtt Qa.Arn}}
                """))
        #expect(names(workload) == ["Other", "It"])
        #expect(workload.stacks[0].open.map(\.reason.text) == ["the collection of Fn::ForEach::Queues is not known"])
        #expect(workload.problems.isEmpty)
    }

    @Test("over an unknown list in properties makes them unknown, not absent")
    func unknownProperties() throws {
        let workload = try load(
            loopTemplate(
                "  It: {Type: AWS::SQS::Queue, Properties: {'Fn::ForEach::P': [N, !Ref Unset, {'${N}': 1}]}}"))
        #expect(try workload.property("VisibilityTimeout", of: "It").isUnknown)
    }

    @Test(
        "that is malformed is reported where it stands",
        arguments: [
            ("[N, [a]]", TemplateProblem.Code.malformedFunction),
            ("[[N], [a], {'Q${N}': {Type: 'AWS::SQS::Queue'}}]", .malformedFunction),
            ("{N: 1}", .malformedFunction), ("[N, [a, b], {Same: {Type: 'AWS::SQS::Queue'}}]", .malformedFunction),
            ("[N, !Ref Nowhere, {'Q${N}': {Type: 'AWS::SQS::Queue'}}]", .unresolvedReference),
        ])
    func malformed(_ loop: String, _ code: TemplateProblem.Code) throws {
        let workload = try load(loopTemplate("  'Fn::ForEach::Q': \(loop)"))
        let problem = try #require(workload.problems.first)
        #expect(problem.code == code)
        #expect(problem.origin.span.start.line == 10)
    }

    @Test("needs the transform")
    func transform() throws {
        let workload = try load(
            "Resources: {'Fn::ForEach::Q': [N, [a, b], {'Q${N}': {Type: 'AWS::SQS::Queue'}}]}")
        #expect(workload.problems.map(\.code) == [.malformedFunction])
        #expect(workload.stacks[0].resources.count == 2)
    }

    @Test("of nested stacks gives each its own parameters, and outputs of its own")
    func nestedStacks() throws {
        let parent = """
            Transform: AWS::LanguageExtensions
            Resources:
              Fn::ForEach::Stacks:
                - Name
                - [a, b]
                - "Stack${Name}":
                    Type: AWS::CloudFormation::Stack
                    Properties: {TemplateURL: ./child.yaml, Parameters: {Name: !Sub "queue-${Name}"}}
              It: {Type: AWS::SQS::Queue, Properties: {P: !GetAtt Stackb.Outputs.Name}}
            """
        let child = """
            Parameters: {Name: {Type: String}}
            Resources: {Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Name}}}
            Outputs: {Name: {Value: !Ref Name}}
            """
        let workload = try load([("parent.yaml", parent), ("child.yaml", child)])
        #expect(try workload.property("QueueName", of: "Stacka/Q").knownText == "queue-a")
        #expect(try workload.property("QueueName", of: "Stackb/Q").knownText == "queue-b")
        #expect(try workload.property("P", of: "It").knownText == "queue-b")
    }
}
