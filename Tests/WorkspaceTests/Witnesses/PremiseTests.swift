import Rules
import TestSupport
import Testing
import Workspace

/// A witness keeps everything that a deployment demands of its values.
@Suite("A witness")
struct PremiseTests {
    /// Validations, each with a value that it allows and one that it does not.
    static let validations: [(type: String, validation: String, good: String, bad: String)] = [
        (
            "list(string)", #"alltrue([for z in var.x : contains(["a", "b"], z)])"#, #"contains(var.x, "a")"#,
            #"contains(var.x, "c")"#
        ),
        ("list(string)", #"length([for z in var.x : z if z == "c"]) == 0"#, #"contains(var.x, "a")"#, #"contains(var.x, "c")"#),
        (
            "map(string)", #"alltrue([for k, v in var.x : k == "a"])"#, #"contains(keys(var.x), "a")"#,
            #"contains(keys(var.x), "c")"#
        ),
        ("list(number)", "max(var.x...) <= 100", "contains(var.x, 99)", "contains(var.x, 101)"),
        ("string", #"alltrue([for z in split(",", var.x) : contains(["a"], z)])"#, #"var.x == "a""#, #"var.x == "c""#),
        ("list(object({ port = number }))", "contains(var.x[*].port, 80)", "length(var.x) == 1", "length(var.x) == 0"),
    ]

    @Test("keeps validations made of loops and splats", arguments: validations)
    func keepsValidations(_ type: String, _ validation: String, _ good: String, _ bad: String) throws {
        let found = try Self.findings(
            "main.tf",
            """
            variable "x" {
              type = \(type)
              validation {
                condition     = \(validation)
                error_message = "no"
              }
            }
            resource "aws_sqs_queue" "good" {
              visibility_timeout_seconds = \(good) ? 50000 : 30
            }
            resource "aws_sqs_queue" "bad" {
              visibility_timeout_seconds = \(bad) ? 50000 : 30
            }
            """)
        #expect(found.map(\.resource) == ["aws_sqs_queue.good"])
    }

    @Test("is none where a validation cannot be worked out")
    func unreadValidation() throws {
        let found = try Self.findings(
            "main.tf",
            """
            variable "x" {
              type = string
              validation {
                condition     = timestamp() != var.x
                error_message = "no"
              }
            }
            resource "aws_sqs_queue" "q" {
              visibility_timeout_seconds = var.x == "a" ? 50000 : 30
            }
            """)
        #expect(found.isEmpty)
    }

    /// Parameters with a value that each takes, or with one that it does not.
    static let parameters: [(declaration: String, value: String, isTaken: Bool)] = [
        ("{Type: String, AllowedPattern: '^(?!.*--)[a-z-]+$'}", "a--b", false),
        ("{Type: String, AllowedPattern: '^a++$'}", "b", false),
        ("{Type: String, AllowedPattern: '^(?!x).*$', Default: a}", "a", true),
        ("{Type: String, AllowedPattern: '^[a-z&&[^b]]+$'}", "ab", false),
        ("{Type: String, AllowedPattern: '^[a-z&&[^b]]+$'}", "ac", true),
        ("{Type: 'AWS::EC2::VPC::Id'}", "", false),
        ("{Type: 'AWS::EC2::VPC::Id'}", "sg-1", false),
        ("{Type: 'AWS::EC2::VPC::Id'}", "vpc-0123abcd", true),
        ("{Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>'}", "", false),
    ]

    @Test("has the values that a parameter takes", arguments: parameters)
    func takesParameters(_ declaration: String, _ value: String, _ isTaken: Bool) throws {
        let found = try Self.findings("t.yaml", Self.template(["P": declaration], "!Equals [!Ref P, '\(value)']"))
        #expect(found.count == (isTaken ? 1 : 0))
    }

    @Test("gives a list its elements one by one")
    func lists() throws {
        let list = ["P": "{Type: CommaDelimitedList, AllowedValues: [a, b]}"]
        #expect(try Self.findings("t.yaml", Self.template(list, "!Equals [!Select [0, !Ref P], c]")).isEmpty)
        #expect(try Self.findings("t.yaml", Self.template(list, "!Equals [!Select [0, !Ref P], b]")).count == 1)
        let subnets = ["P": "{Type: 'List<AWS::EC2::Subnet::Id>'}"]
        #expect(try Self.findings("t.yaml", Self.template(subnets, "!Equals [!Join ['', !Ref P], '']")).isEmpty)
    }

    @Test("is of one place")
    func place() throws {
        func isFound(_ condition: String) throws -> Bool { try !Self.findings("t.yaml", Self.template([:], condition)).isEmpty }
        let china = "!Equals [!Ref 'AWS::Partition', aws-cn]"
        #expect(try !isFound("!And [\(china), !Equals [!Ref 'AWS::Region', eu-west-1]]"))
        #expect(try isFound("!And [\(china), !Equals [!Ref 'AWS::Region', cn-north-1]]"))
        #expect(try !isFound("!Equals [!Ref 'AWS::Region', eu-west-99]"))
    }

    @Test("does not show secrets")
    func secrets() throws {
        let secret = ["P": "{Type: String, NoEcho: true, AllowedValues: [hidden-1, hidden-2]}"]
        let found = try Self.findings("t.yaml", Self.template(secret, "!Equals [!Ref P, hidden-1]"))
        #expect(found.count == 1)
        #expect(!found.contains { $0.message.contains("hidden-1") })
    }

    @Test("names what makes a conditional object")
    func conditionalObjects() throws {
        let found = try Self.findings(
            "t.yaml",
            """
            Parameters: {E: {Type: String, AllowedValues: [dev, prod]}}
            Conditions: {P: !Equals [!Ref E, prod]}
            Resources:
              Q: {Type: AWS::SQS::Queue, Condition: P, Properties: {VisibilityTimeout: 50000}}
            """)
        #expect(found.first?.witness == "E = prod")
    }

    @Test("is found where a text has a fixed part")
    func fixedParts() throws {
        let free = ["P": "{Type: String}"]
        #expect(try Self.findings("t.yaml", Self.template(free, "!Equals [!Sub '${P}-x', y-x]")).first?.witness == "P = y")
        let join = "!Equals [!Join ['-', [a, !Ref P, c]], a-b-c]"
        #expect(try Self.findings("t.yaml", Self.template(free, join)).first?.witness == "P = b")
    }

    // MARK: - Findings

    private struct Found {
        let resource: String?
        let message: String
        let witness: String
    }

    private static func template(_ parameters: [String: String], _ condition: String) -> String {
        let section = parameters.isEmpty ? "" : "Parameters:\n" + parameters.map { "  \($0): \($1)\n" }.joined()
        return section + """
            Conditions:
              C: \(condition)
            Resources:
              Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: !If [C, 50000, 30]}}
            """
    }

    private static func findings(_ name: String, _ text: String) throws -> [Found] {
        let folder = try TemporaryFolder()
        try folder.write(text, to: name)
        var options = LintOptions()
        options.project.paths = ["\(folder.path)/\(name)"]
        options.project.readsTerraformLanguage = true
        return LintSession(options).run().findings.filter { $0.rule == "SQS010" }.map {
            Found(resource: $0.location.resource, message: $0.message, witness: $0.witness.givenPhrase)
        }
    }
}
