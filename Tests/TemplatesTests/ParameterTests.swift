import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Parameters")
struct ParameterTests {
    static let sections = """
        Parameters:
          Free: {Type: String}
          Stage: {Type: String, AllowedValues: [dev, test, live]}
          Other: {Type: String, AllowedValues: [a, b]}
          Only: {Type: String, AllowedValues: [one]}
          Secret: {Type: String, NoEcho: true, Default: hunter2}
          Number: {Type: Number, Default: 030}
          Numbers: {Type: List<Number>, Default: "1, 2"}
          Subnets: {Type: "List<AWS::EC2::Subnet::Id>"}
          Image: {Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", Default: /ami}
          Images: {Type: "AWS::SSM::Parameter::Value<List<String>>", Default: /amis}
          Name: {Type: "AWS::SSM::Parameter::Name", Default: /ami}
        Mappings:
          Sizes: {dev: {cpu: 1, same: x}, test: {cpu: 2, same: x}, live: {cpu: 4, same: x}, more: {cpu: 8, same: x}}
        Conditions:
          IsDev: !Equals [!Ref Stage, dev]
          IsTest: !Equals [!Ref Stage, test]
          IsLive: !Equals [live, !Ref Stage]
          IsOther: !Equals [!Ref Stage, elsewhere]
          IsOne: !Equals [!Ref Only, one]
          IsName: !Equals [!Sub "${Stage}-jobs", live-jobs]
          IsNoName: !Equals [!Join ["-", [!Ref Stage, jobs]], no-jobs]
          IsBoth: !Equals [!Ref Stage, !Ref Other]
          IsSecret: !Equals [!Ref Secret, hunter2]
          HasSecret: !Not [!Equals [!Ref Secret, ""]]
          IsSameImage: !Equals [!Ref Image, !Ref Image]
        """

    private func value(_ expression: String, options: LoadOptions = LoadOptions()) throws -> Value {
        try load(template(expression, sections: Self.sections), options: options).property("P", of: "It")
    }

    private func condition(_ name: String) throws -> Condition? {
        switch try value("!If [\(name), yes, no]").content {
        case .choice(let condition, _, _): condition
        case .scalar(let scalar): scalar.text == "yes" ? .always : .never
        default: nil
        }
    }

    @Test(
        "keep their types",
        arguments: [
            ("!Ref Number", "030"), ("!Select [1, !Ref Numbers]", "2"), ("!Join ['+', !Ref Numbers]", "1+2"),
            ("!Ref Name", "/ami"),
        ])
    func types(_ expression: String, _ expected: String) throws {
        #expect(try value(expression).knownText == expected)
    }

    @Test("that AWS looks up are unknown and there", arguments: ["!Ref Image", "!Ref Images", "!Ref Subnets", "!Ref Free"])
    func unknown(_ expression: String) throws {
        guard case .unknown(_, mayBeAbsent: false) = try value(expression).content else {
            Issue.record("\(expression) is not unknown")
            return
        }
    }

    @Test(
        "with allowed values decide what every one of them decides",
        arguments: [
            ("IsOther", Condition.never), ("IsOne", .always), ("IsNoName", .never), ("IsBoth", .never), ("IsSameImage", .always),
        ])
    func allowedValuesDecide(_ name: String, _ expected: Condition) throws {
        #expect(try condition(name) == expected)
    }

    @Test("with allowed values are the last one when they are none of the others")
    func lastAllowedValue() throws {
        let conditions = try ["IsDev", "IsTest", "IsLive", "IsName"].map { try #require(try condition($0)) }
        let atoms = try conditions.map { try #require($0.undecidedAtom(in: .open)) }
        #expect(atoms.map(\.label).prefix(3) == ["IsDev", "IsTest", "IsLive"])
        let notDev = World.open.assuming(atoms[0], false)
        #expect(conditions[2].holds(in: notDev) == nil)
        let neither = notDev.assuming(atoms[1], false)
        #expect(conditions[2].holds(in: neither) == true)
        #expect(conditions[3].holds(in: neither) == true)
        #expect(conditions[2].holds(in: World.open.assuming(atoms[1], true)) == false)
    }

    @Test("look a mapping up once for each value that they may have")
    func mappingByAllowedValue() throws {
        let value = try value("!FindInMap [Sizes, !Ref Stage, cpu]")
        let atom = try #require(try condition("IsTest")?.undecidedAtom(in: .open))
        let isDev = try #require(try condition("IsDev")?.undecidedAtom(in: .open))
        #expect(value.settled(in: World.open.assuming(isDev, false)) == nil)
        #expect(value.settled(in: World.open.assuming(isDev, true))?.knownText == "1")
        #expect(value.settled(in: World.open.assuming(atom, true))?.knownText == "2")
        #expect(value.settled(in: World.open.assuming(isDev, false).assuming(atom, false))?.knownText == "4")
        #expect(try self.value("!FindInMap [Sizes, !Ref Stage, same]").knownText == "x")
        #expect(try self.value("!FindInMap [Sizes, !Ref AWS::Region, same]").knownText == "x")
    }

    @Test("with NoEcho show their value nowhere, and decide conditions all the same")
    func noEcho() throws {
        for expression in ["!Ref Secret", "!Sub 'x-${Secret}'", "!Join ['', [!Ref Secret]]"] {
            #expect(!String(describing: try value(expression)).contains("hunter2"), "\(expression)")
            #expect(try value(expression).knownText == nil)
        }
        #expect(try condition("IsSecret") == .always)
        #expect(try condition("HasSecret") == .always)
        let given = LoadOptions(parameters: ["Secret": .init("swordfish", source: "--parameters")])
        #expect(!String(describing: try value("!Ref Secret", options: given)).contains("swordfish"))
    }

    @Test(
        "outside their allowed values are reported, lists element by element",
        arguments: [
            ("{Type: String, AllowedValues: [a, b], Default: c}", "is 'c'"),
            ("{Type: CommaDelimitedList, AllowedValues: [a, b], Default: 'a,d'}", "is 'd'"),
            ("{Type: String, NoEcho: 'true', AllowedValues: [a, b], Default: hunter2}", "has a value"),
        ])
    func outsideAllowedValues(_ parameter: String, _ said: String) throws {
        let workload = try load("Parameters: {P: \(parameter)}\nResources: {Q: {Type: AWS::SQS::Queue}}")
        let problem = try #require(workload.problems.first)
        #expect(problem.code == .valueOutsideAllowedValues)
        #expect(problem.message.contains(said))
        #expect(!problem.message.contains("hunter2"))
        #expect(problem.origin.path == "Parameters.P.Default")
    }

    @Test("that are lists are cut at commas between references")
    func listsOfReferences() throws {
        let parent = """
            Resources:
              One: {Type: AWS::EC2::Subnet}
              Two: {Type: AWS::EC2::Subnet}
              Child:
                Type: AWS::CloudFormation::Stack
                Properties: {TemplateURL: child.yaml, Parameters: {Subnets: !Join [',', [!Ref One, !Ref Two, x]]}}
            """
        let child = """
            Parameters: {Subnets: {Type: List<AWS::EC2::Subnet::Id>}}
            Resources: {Q: {Type: AWS::SQS::Queue, Properties: {P: !Ref Subnets}}}
            """
        let value = try load([("parent.yaml", parent), ("child.yaml", child)]).property("P", of: "Child/Q")
        guard case .list(let elements, let open) = value.content else {
            Issue.record("no list")
            return
        }
        #expect(open.isEmpty)
        #expect(elements.map(\.summary) == ["One", "Two", "x"])
    }

    @Test("and Rules beside them are no trouble")
    func rules() throws {
        let workload = try load(
            """
            Parameters: {Stage: {Type: String}}
            Rules:
              Check:
                RuleCondition: !Equals [!Ref Stage, live]
                Assertions: [{Assert: {'Fn::Contains': [[a, b], !Ref Stage]}, AssertDescription: no}]
            Resources: {Q: {Type: AWS::SQS::Queue}}
            """)
        #expect(workload.problems.isEmpty)
    }
}
