import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Places of problems")
struct ProblemPlaceTests {
    @Test("a variable of a substitution is pointed at, wherever its text stands")
    func variables() throws {
        let text = """
            Resources:
              It:
                Type: AWS::SQS::Queue
                Properties:
                  Inline: !Sub "x-${Nowhere}"
                  Block: !Sub |
                    first line
                    second ${AWS::Region} and
                    third ${Missing.Arn} line
                  Listed: !Sub ["${A}${B}", {A: 1}]
            """
        let problems = try load(text).problems
        #expect(problems.map(\.code) == [.unresolvedReference, .unresolvedReference, .unresolvedReference])
        let spans = problems.map(\.origin.span)
        #expect(
            spans.map(\.start) == [SourcePosition(line: 5, column: 23), .init(line: 9, column: 15), .init(line: 10, column: 26)])
        #expect(
            spans.map(\.end) == [SourcePosition(line: 5, column: 33), .init(line: 9, column: 29), .init(line: 10, column: 30)])
        #expect(problems.map(\.origin.path) == ["Properties.Inline", "Properties.Block", "Properties.Listed"])
    }

    @Test("attributes of resources are checked too")
    func attributes() throws {
        let text = """
            Conditions: {Is: !Equals [a, a]}
            Resources:
              A: {Type: AWS::SQS::Queue, DependsOn: Nowhere}
              B: {Type: AWS::SQS::Queue, DependsOn: [A, Nowhere]}
              C: {Type: AWS::SQS::Queue, Condition: IsNot}
              D: {Type: AWS::SQS::Queue, Condition: {Ref: Is}}
              E: {Type: AWS::SQS::Queue, UpdatePolicy: {X: !Ref Nowhere}, DeletionPolicy: Retain}
            """
        let problems = try load(text).problems
        #expect(problems.map(\.origin.path) == ["DependsOn", "DependsOn[1]", "Condition", "Condition", "UpdatePolicy.X"])
        #expect(problems.map(\.origin.span.start.line) == [3, 4, 5, 6, 7])
        #expect(problems.map(\.code.rawValue) == ["TPL002", "TPL002", "TPL002", "TPL003", "TPL002"])
    }

    @Test("conditions and outputs that nobody uses are checked too")
    func unused() throws {
        let text = """
            Parameters: {A: {Type: String}}
            Conditions:
              Wrong: !Equals [!Ref A]
              Odd: !Not [!Equals [!Ref B, x]]
              Short: !And []
            Resources: {Q: {Type: AWS::SQS::Queue}}
            Outputs:
              One: {Value: !Ref C, Condition: Nothing, Export: {Name: !Sub "${D}"}}
            """
        let problems = try load(text).problems
        #expect(
            problems.map { "\($0.code.rawValue) \($0.origin.path)" }.sorted() == [
                "TPL002 Conditions.Odd", "TPL002 Outputs.One.Condition", "TPL002 Outputs.One.Export.Name",
                "TPL002 Outputs.One.Value", "TPL003 Conditions.Short", "TPL003 Conditions.Wrong",
            ])
    }

    @Test(
        "wrong argument shapes are reported at the property",
        arguments: [
            "!Join [!Ref Q, [a]]", "!Join [',']", "!Split ['', a]", "!Split [!Ref Q, a]", "!Select [x, [a]]", "!Select [0]",
            "!Sub [a]", "!Sub {a: b}", "!GetAtt Q", "!GetAtt [Q]", "!If [a, b]", "!Cidr [a]", "!GetStackOutput a", "!Ref {a: b}",
            "!FindInMap [a, b]", "!Nonsense a", "{'Fn::Nonsense': a}",
        ])
    func shapes(_ expression: String) throws {
        let problems = try load("Resources: {Q: {Type: AWS::SQS::Queue, Properties: {P: \(expression)}}}").problems
        #expect(problems.map(\.code) == [.malformedFunction])
        #expect(problems.first?.origin.path == "Properties.P")
        #expect(problems.first?.help.isEmpty == false)
    }

    @Test(
        "a function with keys beside it is not a function and no plain map",
        arguments: [
            "{Ref: Q, Extra: 1}", "{Extra: 1, 'Fn::Sub': x}", "{A: {'Fn::GetAtt': [Q, Arn], B: 1}}",
        ])
    func functionWithNeighbours(_ expression: String) throws {
        let workload = try load("Resources: {Q: {Type: AWS::SQS::Queue, Properties: {P: \(expression)}}}")
        #expect(workload.problems.map(\.code) == [.malformedFunction])
        #expect(workload.problems.first?.message.hasSuffix("has other keys beside it") == true)
    }

    @Test(
        "a misspelled name is answered with the nearest, or with one that begins with it",
        arguments: [
            ("!GetAtt JobsDql.Arn", "Did you mean 'JobsDlq'?"), ("!Ref jobs", "Did you mean 'Jobs'?"),
            ("!Ref JobsD", "Did you mean 'Jobs'?"), ("!Ref Inter", "Did you mean 'Interval'?"),
            ("!Ref Nothing", "Declare it, or correct the name."), ("!Ref X", "Declare it, or correct the name."),
        ])
    func suggestions(_ expression: String, _ help: String) throws {
        let text = """
            Parameters: {Interval: {Type: Number}}
            Resources:
              Jobs: {Type: AWS::SQS::Queue, Properties: {P: \(expression)}}
              JobsDlq: {Type: AWS::SQS::Queue}
              Q: {Type: AWS::SQS::Queue}
            """
        #expect(try load(text).problems.map(\.help) == [help])
    }

    @Test("ten thousand misspelled names do not take minutes")
    func manyMisspelledNames() throws {
        let resources = (0..<10_000).map { "  Queue\($0): {Type: AWS::SQS::Queue, Properties: {P: !Ref Qeueu\($0)}}" }
        let workload = try load("Resources:\n\(resources.joined(separator: "\n"))")
        #expect(workload.problems.count == 10_000)
    }

    @Test(
        "circles are reported once each, and end",
        arguments: [
            "Conditions: {A: !Condition B, B: !Condition A}\nResources: {Q: {Type: AWS::SQS::Queue, Condition: A}}",
            "Mappings: {M: {a: {b: !FindInMap [M, a, b]}}}\nResources: {Q: {Type: AWS::SQS::Queue, Properties: {P: !FindInMap [M, a, b]}}}",
            "Outputs: {O: {Value: !ImportValue x, Export: {Name: x}}}\nResources: {Q: {Type: AWS::SQS::Queue}}",
        ])
    func circles(_ text: String) throws {
        #expect(try load(text).problems.map(\.code) == [.circularReference])
    }

    @Test("a parameter that depends on itself through stacks is a circle")
    func parameterCircle() throws {
        let parent = """
            Resources:
              Child:
                Type: AWS::CloudFormation::Stack
                Properties: {TemplateURL: child.yaml, Parameters: {P: !GetAtt Child.Outputs.O}}
            """
        let child = """
            Parameters: {P: {Type: String}}
            Resources: {Q: {Type: AWS::SQS::Queue, Properties: {P: !Ref P}}}
            Outputs: {O: {Value: !Ref P}}
            """
        let problems = try load([("parent.yaml", parent), ("child.yaml", child)]).problems
        #expect(problems.allSatisfy { $0.code == .circularReference })
        #expect(!problems.isEmpty)
    }

    @Test("defaults that somebody will replace are no mistake in a lookup")
    func assumedDefaults() throws {
        let text = """
            Parameters: {Stage: {Type: String, Default: ''}, Names: {Type: CommaDelimitedList, Default: a}}
            Mappings: {M: {live: {v: 1}}}
            Resources:
              Q: {Type: AWS::SQS::Queue, Properties: {P: !FindInMap [M, !Ref Stage, v], R: !Select [1, !Ref Names]}}
            """
        let workload = try load(text)
        #expect(workload.problems.isEmpty)
        #expect(try workload.property("P", of: "Q").isUnknown)
        #expect(try workload.property("R", of: "Q").isUnknown)
    }

    @Test("keys that are only tried are no mistake either")
    func triedKeys() throws {
        let text = """
            Parameters: {Stage: {Type: String}}
            Mappings: {M: {live: {v: 1}, test: {w: 1}}}
            Resources: {Q: {Type: AWS::SQS::Queue, Properties: {P: !FindInMap [M, !Ref Stage, v]}}}
            """
        #expect(try load(text).problems.isEmpty)
    }

    @Test("what a nested stack is passed and does not take is reported")
    func passedParameters() throws {
        let parent = """
            Resources:
              Child:
                Type: AWS::CloudFormation::Stack
                Properties: {TemplateURL: child.yaml, Parameters: {Queue: a, Interval: 5}}
            """
        let child = "Parameters: {QueueName: {Type: String}, Interval: {Type: Number}}\nResources: {Q: {Type: AWS::SQS::Queue}}"
        let problems = try load([("parent.yaml", parent), ("child.yaml", child)]).problems
        #expect(problems.map(\.code) == [.unresolvedReference])
        #expect(problems[0].origin.path == "Properties.Parameters.Queue")
        #expect(problems[0].help == "Did you mean 'QueueName'?")
    }

    @Test(
        "what a nested stack needs and is not passed is reported",
        arguments: [
            (
                "{TemplateURL: child.yaml, Parameters: {Interval: 5}}", "needs the parameters 'Arn', 'QueueName'",
                "Properties.Parameters"
            ),
            (
                "{TemplateURL: child.yaml, Parameters: {QueueNam: a, Arn: b}}", "has no parameter 'QueueNam'",
                "Properties.Parameters.QueueNam"
            ),
            ("{TemplateURL: child.yaml, Parameters: {}}", "needs the parameters 'Arn', 'QueueName'", "Properties.Parameters"),
            ("{TemplateURL: child.yaml}", "needs the parameters 'Arn', 'QueueName'", "Properties"),
        ])
    func missingParameters(_ properties: String, _ message: String, _ path: String) throws {
        let parent = "Resources: {Child: {Type: AWS::CloudFormation::Stack, Properties: \(properties)}}"
        let problems = try load([("parent.yaml", parent), ("child.yaml", Self.child)]).problems
        #expect(problems.map(\.code) == [.unresolvedReference])
        #expect(problems.first?.message.hasSuffix(message) == true)
        #expect(problems.first?.origin.path == path)
    }

    @Test(
        "but not where something may pass it that is not read",
        arguments: [
            "{TemplateURL: child.yaml, Parameters: !Transform {Name: Mine}}",
            "{TemplateURL: child.yaml, Parameters: {Interval: 1, 'Fn::Transform': {Name: Mine}}}",
            "{TemplateURL: child.yaml, 'Fn::Transform': {Name: Mine}}",
            "{TemplateURL: child.yaml, Parameters: {<<: {Arn: a, QueueName: b}}}",
            "{TemplateURL: child.yaml, Parameters: {Arn: !Ref AWS::NoValue, QueueName: b}}",
        ])
    func perhapsPassed(_ properties: String) throws {
        let parent = "Resources: {Child: {Type: AWS::CloudFormation::Stack, Properties: \(properties)}}"
        #expect(try load([("parent.yaml", parent), ("child.yaml", Self.child)]).problems.isEmpty)
    }

    private static let child = """
        Parameters: {QueueName: {Type: String}, Interval: {Type: Number, Default: 3}, Arn: {Type: String}}
        Resources: {Q: {Type: AWS::SQS::Queue, Properties: {A: !Ref Arn, I: !Ref Interval}}}
        """
}
