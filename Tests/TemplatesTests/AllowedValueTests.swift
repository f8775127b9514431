import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Parameters without value that may be only a few")
struct AllowedValueTests {
    private static let sections = """
        Parameters:
          Stage: {Type: String, AllowedValues: [dev, test, live]}
          Only: {Type: String, AllowedValues: [one]}
          Eight: {Type: String, AllowedValues: [a, b, c, d, e, f, g, h]}
          Nine: {Type: String, AllowedValues: [a, b, c, d, e, f, g, h, i]}
          Names: {Type: CommaDelimitedList, AllowedValues: [a, b]}
          Image: {Type: "AWS::SSM::Parameter::Value<String>", AllowedValues: [/a, /b]}
          Secret: {Type: String, NoEcho: true, AllowedValues: [a, b]}
          Free: {Type: String}
        Conditions:
          IsLive: !Equals [!Ref Stage, live]
        Mappings:
          Sizes: {dev: {cpu: 1}, test: {cpu: 2}, live: {cpu: 4}}
        """

    private func split(_ expression: String, options: LoadOptions = LoadOptions()) throws -> Value {
        try load(template(expression, sections: Self.sections), options: options).property("P", of: "It").splitByAllowedValues
    }

    /// The texts that a value may be, in order.
    private func texts(_ value: Value) -> [String]? {
        guard case .choice(_, let yes, let no) = value.content else { return value.knownText.map { [$0] } }
        guard let left = texts(yes), let right = texts(no) else { return nil }
        return left + right
    }

    @Test(
        "are split into these",
        arguments: [
            ("!Ref Stage", ["dev", "test", "live"]), ("!Sub '${Stage}'", ["dev", "test", "live"]), ("!Ref Only", ["one"]),
            ("!Ref Eight", ["a", "b", "c", "d", "e", "f", "g", "h"]),
        ])
    func splitting(_ expression: String, _ expected: [String]) throws {
        #expect(texts(try split(expression)) == expected)
    }

    @Test(
        "but lists, what AWS looks up, secrets and more than eight are not",
        arguments: [
            "!Ref Names", "!Ref Image", "!Ref Secret", "!Ref Nine", "!Ref Free",
        ])
    func notSplit(_ expression: String) throws {
        #expect(try split(expression).isUnknown)
    }

    @Test("and the bound is said where it is met")
    func bound() throws {
        let reasons = try split("!Ref Nine").unknownReasons.map(\.text)
        #expect(reasons == ["parameter Nine has no value and 9 allowed values, more than the 8 that are tried"])
    }

    @Test("agree with the conditions and mappings of the same parameter")
    func worlds() throws {
        let value = try split("!Ref Stage")
        guard case .choice(.atom(let isLive), _, _) = try split("!If [IsLive, a, b]").content else {
            Issue.record("IsLive is not an open question")
            return
        }
        #expect(value.settled(in: World.open.assuming(isLive, true))?.knownText == "live")
        #expect(value.settled(in: World.open.assuming(isLive, false)) == nil)
        let size = try split("!FindInMap [Sizes, !Ref Stage, cpu]")
        #expect(size.settled(in: World.open.assuming(isLive, true))?.knownText == "4")
    }

    @Test("name the parameter and the value in words")
    func phrases() throws {
        guard case .choice(.atom(let isDev), _, _) = try split("!Ref Stage").content else {
            Issue.record("no choice")
            return
        }
        #expect(isDev.phrase(true) == "Stage is dev")
        #expect(isDev.phrase(false) == "Stage is not dev")
        #expect(isDev.asking("live")?.phrase(true) == "Stage is live")
    }

    @Test("keep the way to the very value")
    func steps() throws {
        guard case .choice(_, let dev, _) = try split("!Ref Stage").content else {
            Issue.record("no choice")
            return
        }
        #expect(dev.steps.last?.label == "parameter Stage, one of its AllowedValues")
        #expect(dev.steps.last?.origin?.span.start == SourcePosition(line: 2, column: 41))
    }

    @Test("are the same through a nested stack")
    func nested() throws {
        let parent = """
            Parameters: {Stage: {Type: String, AllowedValues: [dev, live]}}
            Resources:
              Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml, Parameters: {Env: !Ref Stage}}}
            """
        let child = "Parameters: {Env: {Type: String}}\nResources: {Q: {Type: AWS::SQS::Queue, Properties: {P: !Ref Env}}}"
        let value = try load([("parent.yaml", parent), ("child.yaml", child)]).property("P", of: "Child/Q")
        #expect(texts(value.splitByAllowedValues) == ["dev", "live"])
        guard case .choice(.atom(let atom), let yes, _) = value.splitByAllowedValues.content else { return }
        #expect(atom.phrase(true) == "Stage is dev")
        #expect(yes.steps.last?.origin?.document.path == "parent.yaml")
    }

    @Test("are split as well when defaults are not assumed")
    func withoutDefaults() throws {
        let text =
            "Parameters: {S: {Type: String, Default: a, AllowedValues: [a, b]}}\nResources: {Q: {Type: AWS::SQS::Queue, Properties: {P: !Ref S}}}"
        let value = try load(text, options: LoadOptions(assumesDefaults: false)).property("P", of: "Q")
        #expect(texts(value.splitByAllowedValues) == ["a", "b"])
    }
}
