import Foundation
import TestSupport
import Testing

/// Eight times the input takes at most three times as long for each part of it: squared growth would be eight times.
@Suite("Growth", .serialized)
struct GrowthTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// An input by its size: files by name, and the arguments.
    struct Shape: Sendable, CustomTestStringConvertible {
        let name: String
        /// The smaller size; the larger one is eight times that.
        let size: Int
        var arguments: [String] = ["a.yaml"]
        let files: @Sendable (Int) -> [String: String]

        var testDescription: String { name }
    }

    private static let queue = "Type: AWS::SQS::Queue, Properties: {DelaySeconds: 901}"
    private static let bad = "Resources:\n  Jobs: {\(queue)}\n"

    private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
        (0..<count).map { line($0) + "\n" }.joined()
    }

    private static func locals(_ expression: String) -> [String: String] {
        ["main.tf": "locals {\n x = \(expression)\n}\nresource \"aws_sqs_queue\" \"q\" {\n name = local.x\n}\n"]
    }

    private static func policies(_ count: Int) -> String {
        "Resources:\n  Q: {Type: AWS::SQS::Queue}\n"
            + lines(count) { number in
                "  T\(number): {Type: AWS::SNS::Topic}\n"
                    + "  U\(number): {Type: AWS::SNS::Subscription, Properties: {Protocol: sqs, TopicArn: !Ref T\(number), Endpoint: !GetAtt Q.Arn}}\n"
                    + "  P\(number): {Type: AWS::SQS::QueuePolicy, Properties: {Queues: [!Ref Q], PolicyDocument: {Statement: [{Effect: Allow, "
                    + "Principal: {Service: sns.amazonaws.com}, Action: 'sqs:SendMessage', Resource: !GetAtt Q.Arn}]}}}"
            }
    }

    static let shapes: [Shape] = [
        Shape(name: "one key again and again", size: 1_000) {
            ["a.yaml": "Resources:\n" + lines($0) { _ in "  Jobs: {\(queue)}" }]
        },
        Shape(name: "suppressions before a template", size: 700) {
            ["a.yaml": lines($0) { _ in "# ecslint: ignore SQS001" } + bad]
        },
        Shape(name: "a suppression in each resource", size: 300) {
            ["a.yaml": "Resources:\n" + lines($0) { "  J\($0): {\(queue)} # ecslint: ignore SQS010 why" }]
        },
        Shape(name: "unknown rules in the configuration", size: 2_000) {
            ["a.yaml": bad, "ecslint.yaml": "ignore:\n" + lines($0) { "- ZZZ\($0)" }]
        },
        Shape(name: "topics and policies at one queue", size: 70) { ["a.yaml": policies($0)] },
        Shape(name: "a baseline", size: 250, arguments: ["a.yaml", "--baseline", "b.json", "--write-baseline"]) {
            ["a.yaml": "Resources:\n" + lines($0) { "  J\($0): {\(queue)}" }]
        },
        Shape(name: "values under one key", size: 2_000, arguments: ["--tf", "main.tf"]) {
            locals("{for x in [\(String(repeating: "1,", count: $0))1] : \"k\" => x...}")
        },
        Shape(name: "arguments of one function", size: 1_500, arguments: ["--tf", "main.tf"]) {
            locals("cidrsubnets(\"0.0.0.0/0\"\(String(repeating: ",32", count: $0)))")
        },
        Shape(name: "matches of a pattern", size: 4_000, arguments: ["--tf", "main.tf"]) {
            locals("replace(\"\(String(repeating: "a", count: $0))\", \"/a/\", \"bb\")")
        },
        Shape(name: "local values one from the other", size: 60, arguments: ["--tf", "main.tf"]) {
            [
                "main.tf": "locals {\n  a0 = 901\n" + lines($0) { "  a\($0 + 1) = local.a\($0)" } + "}\n"
                    + "resource \"aws_sqs_queue\" \"q\" {\n  delay_seconds = local.a\($0)\n}\n"
            ]
        },
    ]

    @Test(arguments: shapes)
    func growth(_ shape: Shape) throws {
        let idle = try seconds(Shape(name: "", size: 1) { _ in ["a.yaml": Self.bad] }, 1)
        let few = max(0.05, try seconds(shape, shape.size) - idle)
        let many = try seconds(shape, shape.size * 8) - idle
        #expect(many < few * 24, "\(shape.size): \(few) s, eight times that: \(many) s")
    }

    /// The processor time of a run.
    private func seconds(_ shape: Shape, _ size: Int) throws -> Double {
        let name = UUID().uuidString
        for (file, text) in shape.files(size) { try folder.write(text, to: "\(name)/\(file)") }
        let run = try ProgramRun(
            "/bin/sh", ["-c", "\"$0\" \"$@\" > report; echo \"status $?\"; times", try Program.path()] + shape.arguments,
            in: folder.path + "/" + name, environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"])
        let status = try #require(run.output.firstMatch(of: /status (\d+)/).flatMap { Int($0.1) })
        #expect(status <= 2, "\(run.errors)")
        // The second line of `times` is that of the children: minutes and seconds, in user mode and in the system.
        let line = try #require(run.output.split(separator: "\n").last)
        return line.matches(of: /(\d+)m([\d.]+)s/).reduce(0) { $0 + (Double($1.1) ?? 0) * 60 + (Double($1.2) ?? 0) }
    }
}
