import Evaluation
import Testing
import YAMLBridge

@testable import Templates

@Suite("Values that AWS looks up")
struct DynamicReferenceTests {
    private func value(_ expression: String, region: String? = nil) throws -> Value {
        let workload = try load(
            template(expression, sections: "Parameters: {Stage: {Type: String, Default: live}, Open: {Type: String}}"),
            options: LoadOptions(region: region))
        #expect(workload.problems.isEmpty)
        return try workload.property("P", of: "It")
    }

    @Test(
        "are known to exist",
        arguments: [
            ("'{{resolve:ssm:/jobs/url:1}}'", "the value of {{resolve:ssm:/jobs/url:1}}"),
            ("!Sub '{{resolve:ssm:/jobs/${Stage}/url}}'", "the value of {{resolve:ssm:/jobs/live/url}}"),
            (
                "!Sub '{{resolve:secretsmanager:${Open}:SecretString:k}}'",
                "the value of {{resolve:secretsmanager:${Open}:SecretString:k}}"
            ),
            ("!Join ['', ['{{resolve:ssm:', !Ref Stage, '}}']]", "the value of {{resolve:ssm:live}}"),
            ("!GetStackOutput {StackName: queues, OutputName: Url}", "the output Url of the stack queues"),
            (
                "{'Fn::GetStackOutput': {StackName: !Ref Stage, OutputName: Url, Region: eu-west-1}}",
                "the output Url of the stack live"
            ),
            ("!ImportValue elsewhere", "the export elsewhere"),
        ])
    func external(_ expression: String, _ expected: String) throws {
        guard case .external(let description) = try value(expression).content else {
            Issue.record("\(expression) is not outside")
            return
        }
        #expect(description == expected)
    }

    @Test("leave the rest of a text known")
    func insideText() throws {
        let value = try value("!Sub 'a-{{resolve:ssm:x}}-${Stage}-{{resolve:ssm:y}}{{resolve:ssm:z}}-b'")
        let parts = value.textParts.map { part in
            switch part {
            case .literal(let text): text
            case .value(let value): "<\(value.summary)>"
            }
        }
        #expect(
            parts == [
                "a-", "<the value of {{resolve:ssm:x}}>", "-live-", "<the value of {{resolve:ssm:y}}>",
                "<the value of {{resolve:ssm:z}}>", "-b",
            ])
    }

    @Test("are plain text where they are not closed", arguments: ["'a {{resolve:ssm:x'", "'{{ resolve }}'", "'{{resolve}}'"])
    func plain(_ expression: String) throws {
        #expect(try value(expression).knownText == String(expression.dropFirst().dropLast()))
    }

    @Test("zones are a list of open length in a known region")
    func zones() throws {
        for expression in ["!GetAZs ''", "!GetAZs {Ref: 'AWS::Region'}", "{'Fn::GetAZs': eu-west-1}"] {
            guard case .list(let elements, let open) = try value(expression, region: "eu-west-1").content else {
                Issue.record("\(expression) is not a list")
                continue
            }
            #expect(elements.isEmpty)
            #expect(open.count == 1)
        }
        #expect(try value("!Select [0, !GetAZs '']", region: "eu-west-1").isUnknown)
    }

    @Test("address blocks are as many as asked for")
    func addressBlocks() throws {
        guard case .list(let elements, let open) = try value("!Cidr [!Ref Open, 4, 8]").content else {
            Issue.record("no list")
            return
        }
        #expect(elements.count == 4)
        #expect(elements.filter(\.isUnknown).count == 4)
        #expect(open.isEmpty)
        let wrong = try load(template("!Cidr [10.0.0.0/16, 257, 8]"))
        #expect(wrong.problems.map(\.code) == [.malformedFunction])
    }
}
