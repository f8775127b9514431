import Evaluation
import Foundation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Bounds of evaluation")
struct LimitTests {
    private func limits(_ workload: Workload) -> [ExceededLimit] { workload.stacks.flatMap(\.exceededLimits) }

    /// Levels of `Fn::Base64` in each other around a text; each is a mapping of its own.
    private func nested(_ levels: Int) -> String {
        let open = String(repeating: "{\"Fn::Base64\": ", count: levels)
        return
            "{\"Resources\": {\"Q\": {\"Type\": \"AWS::SQS::Queue\", \"Properties\": {\"P\": \(open)\"x\"\(String(repeating: "}", count: levels))}}}}"
    }

    @Test("depth: what lies at the bound is evaluated, what lies deeper is unknown and said")
    func depth() throws {
        // The properties are a level of their own, and so is the innermost text.
        let deepest = EvaluationLimits.default.depth - 2
        let within = try loadDeep(nested(deepest))
        #expect(try within.property("P", of: "Q").knownText == "x")
        #expect(limits(within).isEmpty)
        let beyond = try loadDeep(nested(deepest + 1))
        #expect(try beyond.property("P", of: "Q").isUnknown)
        #expect(limits(beyond).count == 1)
        #expect(limits(beyond).first?.message.contains("512 levels") == true)
        #expect(limits(beyond).first?.origin.resource == "Q")
    }

    /// Reads a text that nests deeper than the reader takes, so that the evaluation's own bound is met.
    private func loadDeep(_ text: String) throws -> Workload {
        let document = try Document.parse(Array(text.utf8), path: "t.json", limits: ParseLimits(depth: 4_000))
        return onSmallStack { Workload.load([document]) }
    }

    @Test("depth: whatever the reader takes is evaluated")
    func deepestText() throws {
        // The template, its resources, the resource and its properties are levels of the text.
        let text = nested(ParseLimits().depth - 4)
        let document = try Document.parse(Array(text.utf8), path: "t.json")
        let workload = onSmallStack { Workload.load([document]) }
        #expect(limits(workload).isEmpty)
        #expect(try workload.property("P", of: "Q").knownText == "x")
        #expect(throws: ParseError.self) { try Document.parse(Array(nested(ParseLimits().depth - 3).utf8), path: "t.json") }
    }

    @Test(
        "depth: a small stack is enough for the deepest nesting",
        arguments: [
            "{\"Fn::Base64\": #}", "{\"Fn::Join\": [\"\", [#]]}", "{\"Fn::Sub\": [\"${A}\", {\"A\": #}]}", "{\"a\": #}", "[#]",
            "{\"Fn::If\": [{\"Fn::Equals\": [#, \"a\"]}, \"b\", \"c\"]}", "{\"Fn::Select\": [0, [#, #]]}",
            "{\"Fn::ToJsonString\": [#]}",
            "{\"Fn::FindInMap\": [\"M\", \"a\", #, {\"DefaultValue\": \"x\"}]}",
            "{\"Fn::Split\": [\",\", {\"Fn::Join\": [\",\", #]}]}",
        ])
    func smallStack(_ pattern: String) throws {
        var levels = 0
        var text = "\"x\""
        while levels < 600, text.utf8.count < 2_000_000 {
            text = pattern.replacing("#", with: text, maxReplacements: 1).replacing("#", with: "\"y\"")
            levels += 1
        }
        let workload = try loadDeep(
            "{\"Transform\": \"AWS::LanguageExtensions\", \"Resources\": {\"Q\": {\"Type\": \"AWS::SQS::Queue\", \"Properties\": {\"P\": \(text)}}}}"
        )
        #expect(limits(workload).map(\.message).contains("functions stand more than 512 levels deep in each other"))
    }

    @Test("depth: chains of conditions count as well")
    func conditionChains() throws {
        let chain = (0..<10_000).map { "  C\($0): !Not [!Condition C\($0 + 1)]" }.joined(separator: "\n")
        let text = "Conditions:\n\(chain)\n  C10000: !Equals [a, a]\nResources: {Q: {Type: AWS::SQS::Queue, Condition: C0}}"
        let document = try Document.parse(Array(text.utf8), path: "t.yaml")
        let workload = onSmallStack { Workload.load([document]) }
        #expect(limits(workload).count == 1)
    }

    /// Half of what a program's first thread has.
    private static let stackSize = 4 << 20

    private func onSmallStack(_ body: @escaping @Sendable () -> Workload) -> Workload {
        let box = Box()
        let thread = Thread { box.finish(body()) }
        thread.stackSize = Self.stackSize
        thread.start()
        return box.wait()
    }

    private final class Box: @unchecked Sendable {
        private let done = DispatchSemaphore(value: 0)
        private var workload: Workload?

        func finish(_ workload: Workload) {
            self.workload = workload
            done.signal()
        }

        func wait() -> Workload {
            done.wait()
            return workload ?? Workload(stacks: [], unrecognised: [])
        }
    }

    @Test(
        "text: doubling in each level is cut",
        arguments: [
            "!Sub ['${A}${A}', {A: #}]", "!Join ['', [!Sub ['${A}${A}', {A: #}], x]]",
            "!Sub ['${A}-${A}', {A: !If [Is, #, !Ref Open]}]",
        ])
    func doubling(_ pattern: String) throws {
        var expression = "abcdefgh"
        for _ in 0..<40 { expression = pattern.replacing("#", with: expression) }
        let sections = "Parameters: {Open: {Type: String}}\nConditions: {Is: !Equals [!Ref Open, x]}"
        let clock = ContinuousClock()
        let start = clock.now
        let workload = try load(template(expression, sections: sections))
        #expect(limits(workload).count == 1)
        #expect(limits(workload).first?.message.contains("bytes") == true)
        #expect(clock.now - start < .seconds(20))
    }

    @Test("text: the bound itself is allowed")
    func textBound() throws {
        func load(_ length: Int) throws -> Workload {
            let half = String(repeating: "x", count: length / 2)
            // Each of the two pieces counts one byte more than it has.
            return try TemplatesTests.load(
                template("!Join ['', [\(half), \(half)]]"), options: LoadOptions(limits: EvaluationLimits(textBytes: 1_003)))
        }
        #expect(try load(1_000).property("P", of: "It").knownText?.count == 1_000)
        #expect(try limits(load(1_000)).isEmpty)
        #expect(try load(1_002).property("P", of: "It").isUnknown)
        #expect(try limits(load(1_002)).first?.origin.path == "Properties.P")
    }

    @Test("steps: the run ends, and says so once")
    func steps() throws {
        let text = template("[a, b, c, d, e, f]")
        let enough = try load(text, options: LoadOptions(limits: EvaluationLimits(steps: 100)))
        #expect(limits(enough).isEmpty)
        let few = try load(text, options: LoadOptions(limits: EvaluationLimits(steps: 6)))
        #expect(limits(few).map(\.message) == ["the templates ask for more than 6 steps of evaluation"])
    }

    @Test("stacks and nesting: what is left out leaves its parent open")
    func stacks() throws {
        let parent = "Resources: {A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./b.yaml}}}"
        let middle = "Resources: {B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./c.yaml}}}"
        let files = [("a.yaml", parent), ("b.yaml", middle), ("c.yaml", "Resources: {Q: {Type: AWS::SQS::Queue}}")]
        for (bound, isEnough) in [
            (EvaluationLimits(stacks: 3), true), (EvaluationLimits(stacks: 2), false), (EvaluationLimits(nesting: 2), true),
            (EvaluationLimits(nesting: 1), false),
        ] {
            let workload = try load(files, options: LoadOptions(limits: bound))
            #expect(limits(workload).isEmpty == isEnough)
            #expect(workload.stacks.filter { !$0.open.isEmpty }.isEmpty == isEnough)
            #expect(workload.stacks.count == (isEnough ? 3 : 2))
            #expect(workload.problems.isEmpty)
        }
    }

    @Test("stacks: nested ones have a bound of their own, which roots do not count for")
    func nestedStacks() throws {
        let nested = (0..<3).map { "N\($0): {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: child.yaml}}" }
        let files = [
            ("a.yaml", "Resources: {\(nested.joined(separator: ", "))}"), ("b.yaml", "Resources: {Q: {Type: AWS::SQS::Queue}}"),
            ("child.yaml", "Resources: {Q: {Type: AWS::SQS::Queue}}"),
        ]
        let enough = try load(files, options: LoadOptions(limits: EvaluationLimits(nestedStacks: 3)))
        #expect(limits(enough).isEmpty)
        let workload = try load(files, options: LoadOptions(limits: EvaluationLimits(nestedStacks: 2)))
        #expect(limits(workload).map(\.message) == ["the run has more than 2 nested stacks: left out are N2"])
    }

    @Test("stacks: roots beyond the bound are said to be left out")
    func roots() throws {
        let files = (0..<5).map { ("t\($0).yaml", "Resources: {Q\($0): {Type: AWS::SQS::Queue}}") }
        let workload = try load(files, options: LoadOptions(limits: EvaluationLimits(stacks: 4)))
        #expect(workload.stacks.count == 4)
        #expect(limits(workload).first?.origin.document.path == "t4.yaml")
    }

    @Test("loops: three in each other do not run away")
    func loops() throws {
        let list = "[\((0..<100).map { "v\($0)" }.joined(separator: ", "))]"
        let text = """
            Transform: AWS::LanguageExtensions
            Resources:
              Fn::ForEach::A:
                - A
                - \(list)
                - Fn::ForEach::B: [B, \(list), {'Fn::ForEach::C': [C, \(list), {'Q${A}${B}${C}': {Type: 'AWS::SQS::Queue'}}]}]
            """
        let workload = try load(text)
        #expect(limits(workload).map(\.message) == ["Fn::ForEach gives more than 10000 entries"])
        #expect(workload.stacks[0].resources.count < 10_000)
        #expect(!workload.stacks[0].open.isEmpty)
    }

    @Test("conditions that use each other twice do not double without end")
    func sharedConditions() throws {
        let levels = (0..<100).map {
            "  C\($0): !Or [!And [!Condition C\($0 + 1), !Condition P\($0 % 5)], !And [!Not [!Condition C\($0 + 1)], !Condition P\(($0 + 1) % 5)]]"
        }
        let free = (0..<5).map { "  P\($0): !Equals [!Ref Open, v\($0)]" }
        let text = """
            Parameters: {Open: {Type: String}}
            Conditions:
            \((levels + free).joined(separator: "\n"))
              C100: !Equals [!Ref Open, x]
            Resources: {Q: {Type: AWS::SQS::Queue, Condition: C60, Properties: {P: !If [C50, a, b]}}}
            """
        let clock = ContinuousClock()
        let start = clock.now
        let workload = try load(text)
        #expect(workload.stacks[0].resources[0].existence.undecidedAtom(in: .open) != nil)
        #expect(clock.now - start < .seconds(20))
    }

    @Test("choices in the arguments of functions do not multiply without end")
    func choices() throws {
        var expression = "a"
        let conditions = (0..<30).map { "  C\($0): !Equals [!Ref P\($0), x]" }.joined(separator: "\n")
        let parameters = (0..<30).map { "  P\($0): {Type: String}" }.joined(separator: "\n")
        for level in 0..<30 {
            expression = "!FindInMap [M, !If [C\(level), a, b], !FindInMap [M, !If [C\(29 - level), b, a], \(expression)]]"
        }
        let clock = ContinuousClock()
        let start = clock.now
        let workload = try load(
            template(
                expression,
                sections:
                    "Parameters:\n\(parameters)\nConditions:\n\(conditions)\nMappings: {M: {a: {a: a, b: b}, b: {a: b, b: a}}}"))
        #expect(try !workload.property("P", of: "It").unknownReasons.isEmpty)
        #expect(clock.now - start < .seconds(20))
    }

    @Test("ten thousand parameters are read in a moment")
    func manyParameters() throws {
        let parameters = (0..<10_000).map { "  P\($0): {Type: String, Default: v\($0), AllowedValues: [v\($0), w]}" }
        let variables = (0..<10_000).map { "${P\($0)}" }.joined()
        let text =
            "Parameters:\n\(parameters.joined(separator: "\n"))\nResources: {Q: {Type: AWS::SQS::Queue, Properties: {P: !Sub '\(variables)'}}}"
        let clock = ContinuousClock()
        let document = try Document.parse(Array(text.utf8), path: "t.yaml")
        let start = clock.now
        let workload = Workload.load([document])
        #expect(try workload.property("P", of: "Q").knownText?.hasPrefix("v0v1v2v3") == true)
        #expect(clock.now - start < .seconds(20))
    }
}
