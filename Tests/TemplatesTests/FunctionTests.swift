import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite struct FunctionTests {
    static let sections = """
        Parameters:
          Given: {Type: String, Default: abc}
          Count: {Type: Number, Default: 30}
          Open: {Type: String}
          Names: {Type: CommaDelimitedList, Default: "a, b,c"}
          Image: {Type: "AWS::SSM::Parameter::Value<String>", Default: /path/to/image}
        Mappings:
          Sizes:
            small: {cpu: 256, types: [x, y]}
            large: {cpu: 1024, types: [z]}
        Conditions:
          IsOpen: !Equals [!Ref Open, live]
          IsGiven: !Equals [!Ref Given, abc]
        """

    @Test(arguments: [
        ("!Ref Given", "abc"),
        ("{Ref: Given}", "abc"),
        ("!Ref Count", "30"),
        ("!Sub 'x-${Given}-${Count}'", "x-abc-30"),
        ("!Sub '${!Literal}'", "${Literal}"),
        ("!Sub ['${A}/${Given}', {A: !Ref Count}]", "30/abc"),
        ("{'Fn::Sub': 'v${Given}'}", "vabc"),
        ("!Join ['-', [a, !Ref Given, c]]", "a-abc-c"),
        ("!Join ['', []]", ""),
        ("!Join [',', !Ref Names]", "a,b,c"),
        ("!Select [1, !Ref Names]", "b"),
        ("!Select [0, [p, q]]", "p"),
        ("!Select [2, !Split ['/', 'service/main/jobs']]", "jobs"),
        ("!FindInMap [Sizes, small, cpu]", "256"),
        ("!Select [1, !FindInMap [Sizes, small, types]]", "y"),
        ("!Base64 hello", "hello"),
        ("{'Fn::Base64': {'Fn::Sub': 'x=${Given}'}}", "x=abc"),
        ("!If [IsGiven, yes-it-is, no]", "yes-it-is"),
        ("!Sub 'a${Given}b${Given}c'", "aabcbabcc"),
        ("plain", "plain"),
    ])
    func gives(_ expression: String, _ expected: String) throws {
        let workload = try load(template(expression, sections: Self.sections))
        #expect(try workload.property("P", of: "It").knownText == expected)
        #expect(workload.problems.isEmpty)
    }

    @Test(arguments: [
        "!Ref Open", "!Ref AWS::AccountId", "!Ref Image", "!Select [0, !Ref Open]", "!Split [',', !Ref Open]",
        "!GetAZs ''", "!GetAZs {Ref: 'AWS::Region'}", "!Cidr [10.0.0.0/16, !Ref Open, 8]", "!FindInMap [!Ref Open, small, cpu]",
        "{'Fn::Transform': {Name: Macro}}",
    ])
    func isUnknownWithAReason(_ expression: String) throws {
        let workload = try load(template(expression, sections: Self.sections))
        let value = try workload.property("P", of: "It")
        #expect(value.isUnknown)
        #expect(!value.unknownReasons.isEmpty)
        #expect(workload.problems.isEmpty)
    }

    /// A deployment whose key the mapping does not have fails, so that each key is looked at.
    @Test func anOpenKeyOfAMappingIsOneOfItsKeys() throws {
        let workload = try load(template("!FindInMap [Sizes, !Ref Open, cpu]", sections: Self.sections))
        guard case .choice = try workload.property("P", of: "It").content else {
            Issue.record("no choice of keys")
            return
        }
        #expect(workload.problems.isEmpty)
    }

    @Test func aParameterWithoutValueIsPresentForSure() throws {
        let value = try load(template("!Ref Open", sections: Self.sections)).property("P", of: "It")
        guard case .unknown(let reasons, let mayBeAbsent) = value.content else {
            Issue.record("not unknown")
            return
        }
        #expect(!mayBeAbsent)
        #expect(reasons.map(\.text) == ["parameter Open has no value"])
    }

    @Test func noValueIsAbsent() throws {
        let workload = try load(template("!Ref AWS::NoValue", sections: Self.sections))
        #expect(try workload.property("P", of: "It").isAbsent)
    }

    @Test func aTextKeepsWhatIsKnownOfIt() throws {
        let value = try load(template("!Sub 'https://${Open}.example.com/queue.yaml'", sections: Self.sections))
            .property("P", of: "It")
        guard case .text(let parts) = value.content, case .literal(let end)? = parts.last else {
            Issue.record("no text with parts: \(value.content)")
            return
        }
        #expect(end == ".example.com/queue.yaml")
    }

    @Test func attributesAndReferencesKeepTheResource() throws {
        for (expression, attribute) in [
            ("!GetAtt Other.Arn", Reference.Attribute.named("Arn")), ("!Ref Other", .identifier),
            ("{'Fn::GetAtt': [Other, QueueName]}", .named("QueueName")),
        ] {
            let value = try load(template(expression)).property("P", of: "It")
            guard case .reference(let reference) = value.content else {
                Issue.record("\(expression) is not a reference")
                continue
            }
            #expect(reference.resource.logicalID == "Other")
            #expect(reference.attribute == attribute)
        }
    }

    @Test func givenParametersWinOverDefaults() throws {
        let options = LoadOptions(parameters: ["Given": .init("zzz", source: "--parameters")])
        let value = try load(template("!Ref Given", sections: Self.sections), options: options).property("P", of: "It")
        #expect(value.knownText == "zzz")
    }

    @Test func defaultsAreAssumedAndSaidSo() throws {
        let value = try load(template("!Ref Given", sections: Self.sections)).property("P", of: "It")
        let kinds = value.steps.map(\.kind)
        #expect(kinds.contains(.assumedDefault(parameter: "Given", value: "abc")))
        let strict = LoadOptions(assumesDefaults: false)
        let unknown = try load(template("!Ref Given", sections: Self.sections), options: strict).property("P", of: "It")
        #expect(unknown.isUnknown)
    }

    @Test func regionIsUnknownUnlessGiven() throws {
        #expect(try load(template("!Ref AWS::Region")).property("P", of: "It").isUnknown)
        let options = LoadOptions(region: "eu-west-1")
        #expect(try load(template("!Ref AWS::Region"), options: options).property("P", of: "It").knownText == "eu-west-1")
    }

    @Test(arguments: [
        ("!Ref Nowhere", TemplateProblem.Code.unresolvedReference),
        ("!GetAtt Nowhere.Arn", .unresolvedReference),
        ("!Sub '${Nowhere}'", .unresolvedReference),
        ("!FindInMap [Sizes, huge, cpu]", .unresolvedReference),
        ("!If [Nothing, a, b]", .unresolvedReference),
        ("!GetAtt Other", .malformedFunction),
        ("!Join [a]", .malformedFunction),
        ("!Select [7, [a]]", .malformedFunction),
        ("!If [IsOpen, a]", .malformedFunction),
        ("!Frobnicate x", .malformedFunction),
    ])
    func mistakesAreLocated(_ expression: String, _ code: TemplateProblem.Code) throws {
        let workload = try load(template(expression, sections: Self.sections))
        let problem = try #require(workload.problems.first)
        #expect(problem.code == code)
        #expect(problem.origin.resource == "It")
        #expect(problem.origin.path == "Properties.P")
        #expect(!problem.help.isEmpty)
    }
}
