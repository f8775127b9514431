import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Imports and exports")
struct ImportTests {
    private static let importer = """
        Resources:
          Reader: {Type: AWS::Lambda::EventSourceMapping, Properties: {P: !ImportValue shared-arn}}
        """

    private func exporter(_ value: String, name: String = "shared-arn") -> String {
        """
        Parameters: {Stack: {Type: String}, Prefix: {Type: String, Default: shared}}
        Resources: {Shared: {Type: AWS::SQS::Queue}}
        Outputs: {Arn: {Value: \(value), Export: {Name: \(name)}}}
        """
    }

    @Test("an export's name is evaluated")
    func names() throws {
        let workload = try load([
            ("a.yaml", Self.importer), ("b.yaml", exporter("!GetAtt Shared.Arn", name: "!Sub '${Prefix}-arn'")),
        ])
        guard case .reference(let reference) = try workload.property("P", of: "Reader").content else {
            Issue.record("no reference")
            return
        }
        #expect(reference.resource == ResourceID(stack: 1, logicalID: "Shared"))
    }

    @Test("a value that is exported again is followed, whoever asks first")
    func reexported() throws {
        let again =
            "Resources: {Q: {Type: AWS::SQS::Queue}}\nOutputs: {O: {Value: !ImportValue first, Export: {Name: shared-arn}}}"
        for order in [["a", "b", "c"], ["c", "b", "a"], ["b", "a", "c"]] {
            let files = ["a": Self.importer, "b": again, "c": exporter("!Ref Prefix", name: "first")]
            let workload = try load(order.map { ("\($0).yaml", files[$0] ?? "") })
            #expect(try workload.property("P", of: "Reader").knownText == "shared")
        }
    }

    @Test("an export of a nested stack is found")
    func nested() throws {
        let parent = "Resources: {Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./c.yaml}}}"
        let workload = try load([("a.yaml", Self.importer), ("b.yaml", parent), ("c.yaml", exporter("!Ref Prefix"))])
        #expect(try workload.property("P", of: "Reader").knownText == "shared")
    }

    @Test("a name that two templates give, or one may give, is unknown and not outside")
    func ambiguous() throws {
        let twice = try load([
            ("a.yaml", Self.importer), ("b.yaml", exporter("1")), ("c.yaml", exporter("2")),
        ])
        #expect(try twice.property("P", of: "Reader").unknownReasons.map(\.text) == ["several templates export shared-arn"])
        let perhaps = try load([("a.yaml", Self.importer), ("b.yaml", exporter("1", name: "!Sub '${Stack}-arn'"))])
        #expect(try perhaps.property("P", of: "Reader").isUnknown)
        let other = try load([("a.yaml", Self.importer), ("b.yaml", exporter("1", name: "!Sub '${Stack}-url'"))])
        guard case .external = try other.property("P", of: "Reader").content else {
            Issue.record("an export that cannot be this one makes no difference")
            return
        }
    }

    @Test("stacks nest a hundred deep, and a value comes up all the way")
    func deepNesting() throws {
        let levels = 40
        var files: [(path: String, text: String)] = (0..<levels).map { level in
            (
                "t\(level).yaml",
                """
                Parameters: {P: {Type: String, Default: top}}
                Resources:
                  C: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./t\(level + 1).yaml, Parameters: {P: !Ref P}}}
                """
            )
        }
        files.append(
            (
                "t\(levels).yaml",
                "Parameters: {P: {Type: String}}\nResources: {Q: {Type: AWS::SQS::Queue, Properties: {P: !Ref P}}}"
            ))
        let workload = try load(files)
        let name = String(repeating: "C/", count: levels) + "Q"
        #expect(try workload.property("P", of: name).knownText == "top")
        #expect(workload.problems.isEmpty)
        #expect(workload.stacks.flatMap(\.exceededLimits).isEmpty)
    }
}
