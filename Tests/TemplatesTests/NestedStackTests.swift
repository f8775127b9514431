import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite struct NestedStackTests {
    static let parent = """
        Parameters:
          Bucket: {Type: String}
        Resources:
          QueueStack:
            Type: AWS::CloudFormation::Stack
            Properties:
              TemplateURL: !Sub https://${Bucket}.s3.amazonaws.com/x/queue.yaml
              Parameters: {Hidden: 45}
          WorkerStack:
            Type: AWS::CloudFormation::Stack
            Properties:
              TemplateURL: ./worker.yaml
              Parameters:
                QueueArn: !GetAtt QueueStack.Outputs.Arn
        """
    static let queue = """
        Parameters:
          Hidden: {Type: Number}
        Resources:
          Numbers:
            Type: AWS::SQS::Queue
            Properties: {VisibilityTimeout: !Ref Hidden}
        Outputs:
          Arn: {Value: !GetAtt Numbers.Arn}
        """
    static let worker = """
        Parameters:
          QueueArn: {Type: String}
        Resources:
          Reader:
            Type: AWS::Lambda::EventSourceMapping
            Properties: {EventSourceArn: !Ref QueueArn}
        """

    private func system() throws -> Workload {
        try load([("a/parent.yaml", Self.parent), ("a/queue.yaml", Self.queue), ("a/worker.yaml", Self.worker)])
    }

    @Test func parametersGoDownAndOutputsUp() throws {
        let workload = try system()
        #expect(workload.stacks.map(\.name) == ["", "QueueStack", "WorkerStack"])
        #expect(workload.stacks.map(\.root) == [0, 0, 0])
        #expect(try workload.property("VisibilityTimeout", of: "QueueStack/Numbers").knownText == "45")
        let value = try workload.property("EventSourceArn", of: "WorkerStack/Reader")
        guard case .reference(let reference) = value.content else {
            Issue.record("no reference: \(value.content)")
            return
        }
        #expect(reference.resource == ResourceID(stack: 1, logicalID: "Numbers"))
        #expect(workload.problems.isEmpty)
    }

    @Test func theWayOfAValueIsKept() throws {
        let value = try system().property("VisibilityTimeout", of: "QueueStack/Numbers")
        #expect(value.origin.document.path == "a/queue.yaml")
        let places = value.steps.compactMap { $0.origin?.document.path }
        #expect(places == ["a/queue.yaml", "a/parent.yaml"])
    }

    @Test func aChildIsNotAnalysedOnceMoreAlone() throws {
        let names = try system().stacks.flatMap(\.resources).map(\.name)
        #expect(names == ["QueueStack", "WorkerStack", "QueueStack/Numbers", "WorkerStack/Reader"])
    }

    @Test func templatesThatAreNotNamedAreAskedFor() throws {
        let child = try Document.parse(Array(Self.queue.utf8), path: "a/queue.yaml")
        let workload = try load([("a/parent.yaml", Self.parent)]) { reference, parent in
            #expect(parent.path == "a/parent.yaml")
            return reference.hasSuffix("queue.yaml") ? child : nil
        }
        #expect(try workload.property("VisibilityTimeout", of: "QueueStack/Numbers").knownText == "45")
        #expect(workload.problems.map(\.code) == [.nestedTemplateNotFound])
        #expect(workload.stacks[0].open.count == 1)
    }

    @Test func aRelativePathMeansTheVeryFile() throws {
        let parent = """
            Resources:
              A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./a/child.yaml}}
              B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./b/child.yaml}}
            """
        func child(_ name: String) -> String { "Resources: {\(name): {Type: AWS::SQS::Queue}}" }
        let workload = try load([
            ("x/parent.yaml", parent), ("x/a/child.yaml", child("InA")), ("x/b/child.yaml", child("InB")),
        ])
        #expect(workload.stacks.flatMap(\.resources).map(\.name) == ["A", "B", "A/InA", "B/InB"])
        #expect(workload.problems.isEmpty)
    }

    @Test func aTemplateThatUsesItselfIsRefused() throws {
        let text = """
            Resources:
              Again:
                Type: AWS::CloudFormation::Stack
                Properties: {TemplateURL: ./self.yaml}
              Q: {Type: AWS::SQS::Queue}
            """
        let itself = try Document.parse(Array(text.utf8), path: "self.yaml")
        let workload = try load([("self.yaml", text)]) { _, _ in itself }
        #expect(workload.problems.map(\.code) == [.circularReference])
        #expect(workload.stacks.flatMap(\.resources).contains { $0.name == "Q" })
    }

    @Test func twoThatUseEachOtherAreBothRead() throws {
        func text(_ other: String, _ queue: String) -> String {
            """
            Resources:
              Other: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./\(other).yaml}}
              \(queue): {Type: AWS::SQS::Queue}
            """
        }
        let workload = try load([("a.yaml", text("b", "A")), ("b.yaml", text("a", "B"))])
        #expect(workload.stacks.flatMap(\.resources).map(\.name).sorted() == ["A", "Other", "Other/B", "Other/Other"])
        #expect(workload.problems.map(\.code) == [.circularReference])
    }

    @Test(
        "What a loop, a merge or a file passes is not a default",
        arguments: [
            ("{<<: {Hidden: 7}}", "7"), ("{'Fn::ForEach::L': [N, [Hidden], {'${N}': 8}]}", "8"), ("{Hidden: 9}", "9"),
            ("{'Fn::Transform': {Name: Mine}}", nil), ("{Other: 1, 'Fn::Transform': {Name: Mine}}", nil),
            ("!If [Undecided, {Hidden: 6}, {Hidden: 6}]", nil), ("{Hidden: !Ref AWS::NoValue}", "30"), ("{}", "30"),
        ] as [(String, String?)])
    func computedParameters(_ parameters: String, _ expected: String?) throws {
        let parent = """
            Transform: AWS::LanguageExtensions
            Parameters: {Open: {Type: String}}
            Conditions: {Undecided: !Equals [!Ref Open, x]}
            Resources:
              Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml, Parameters: \(parameters)}}
            """
        let child = """
            Parameters: {Hidden: {Type: Number, Default: 30}, Other: {Type: Number, Default: 1}}
            Resources: {Q: {Type: AWS::SQS::Queue, Properties: {P: !Ref Hidden}}}
            """
        let value = try load([("parent.yaml", parent), ("child.yaml", child)]).property("P", of: "Child/Q")
        #expect(value.knownText == expected)
    }

    @Test func whatStandsInAConditionalStackHangsOnItsCondition() throws {
        func files(_ stage: String) -> [(String, String)] {
            let parent = """
                Parameters: {Stage: {Type: String\(stage)}}
                Conditions: {IsLive: !Equals [!Ref Stage, live]}
                Resources:
                  A: {Type: AWS::CloudFormation::Stack, Condition: IsLive, Properties: {TemplateURL: middle.yaml, Parameters: {S: !Ref Stage}}}
                  Reader: {Type: AWS::SQS::Queue, Properties: {P: !ImportValue hidden}}
                """
            let middle = """
                Parameters: {S: {Type: String}}
                Conditions: {IsTest: !Equals [!Ref S, test]}
                Resources: {B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml}}}
                """
            let child = "Resources: {Q: {Type: AWS::SQS::Queue}}\nOutputs: {O: {Value: 5, Export: {Name: hidden}}}"
            return [("parent.yaml", parent), ("middle.yaml", middle), ("child.yaml", child)]
        }
        func existence(_ stage: String) throws -> Condition? {
            try load(files(stage)).stacks.flatMap(\.resources).first { $0.name == "A/B/Q" }?.existence
        }
        #expect(try existence("")?.undecidedAtom(in: .open)?.label == "IsLive")
        #expect(try existence(", Default: test") == .never)
        #expect(try existence(", Default: live") == .always)
        #expect(try load(Array(files(", Default: test").dropLast())).stacks.allSatisfy(\.open.isEmpty))
        #expect(try load(Array(files(", Default: live").dropLast())).stacks.contains { !$0.open.isEmpty })
        #expect(try load(files(", Default: live")).property("P", of: "Reader").knownText == "5")
        guard case .external = try load(files(", Default: test")).property("P", of: "Reader").content else {
            Issue.record("what does not exist exports nothing")
            return
        }
    }

    @Test func whereAConditionPassesNothingTheDefaultCounts() throws {
        let parent = """
            Parameters: {Open: {Type: String}}
            Conditions: {Undecided: !Equals [!Ref Open, x]}
            Resources:
              Child:
                Type: AWS::CloudFormation::Stack
                Properties: {TemplateURL: child.yaml, Parameters: {Hidden: !If [Undecided, 5, !Ref AWS::NoValue]}}
            """
        let child = """
            Parameters: {Hidden: {Type: Number, Default: 30}}
            Resources: {Q: {Type: AWS::SQS::Queue, Properties: {P: !Ref Hidden}}}
            """
        let value = try load([("parent.yaml", parent), ("child.yaml", child)]).property("P", of: "Child/Q")
        guard case .choice(_, let yes, let no) = value.content else {
            Issue.record("no choice")
            return
        }
        #expect(yes.knownText == "5")
        #expect(no.knownText == "30")
    }

    @Test func importsFindExportsOfTheInput() throws {
        let importer = """
            Resources:
              Reader:
                Type: AWS::Lambda::EventSourceMapping
                Properties: {EventSourceArn: !ImportValue shared-arn, FunctionName: !ImportValue elsewhere}
            """
        let exporter = """
            Resources:
              Shared: {Type: AWS::SQS::Queue}
            Outputs:
              Arn: {Value: !GetAtt Shared.Arn, Export: {Name: shared-arn}}
            """
        let workload = try load([("importer.yaml", importer), ("exporter.yaml", exporter)])
        let value = try workload.property("EventSourceArn", of: "Reader")
        guard case .reference(let reference) = value.content else {
            Issue.record("no reference")
            return
        }
        #expect(reference.resource == ResourceID(stack: 1, logicalID: "Shared"))
        guard case .external = try workload.property("FunctionName", of: "Reader").content else {
            Issue.record("an import from elsewhere is known to exist")
            return
        }
    }

    @Test(
        "a stack under a condition that is false is not made, and its template not missed",
        arguments: [
            ("Condition: Never, ", "gone.yaml", []), ("Condition: WithUrl, ", "!Ref Url", []),
            ("", "gone.yaml", ["the template of nested stack N, gone.yaml, is not in the input"]),
            ("", "!Ref Url", ["the address of the template of nested stack N is empty"]),
        ])
    func underFalseConditions(_ condition: String, _ url: String, _ expected: [String]) throws {
        let workload = try load(
            """
            Parameters: {Url: {Type: String, Default: ""}}
            Conditions:
              Never: !Equals [a, b]
              WithUrl: !Not [!Equals [!Ref Url, ""]]
            Resources:
              N: {Type: AWS::CloudFormation::Stack, \(condition)Properties: {TemplateURL: \(url)}}
            """)
        #expect(workload.problems.map(\.message) == expected)
        #expect(workload.stacks[0].open.count == expected.count)
    }
}
