import Foundation
import Testing
import YAMLBridge

@testable import Reports
@testable import Workspace

@Suite("The formats of a graph")
struct GraphReportTests {
    private func result(_ text: String) -> GraphResult {
        let source = SourceFile(path: "a.yaml", isNamed: true, contents: .success(Array(text.utf8)))
        return GraphResult(ProjectInput(sources: [source]))
    }

    /// A queue whose name tries to leave every format that there is.
    private var hostile: GraphResult {
        result(
            #"""
            Resources:
              "Jobs\"]; click n0 href `x`\n```\n%%{init: {}}%% <b>&lt; \\N #35; |end":
                Type: AWS::SQS::Queue
            """#)
    }

    @Test("in Mermaid a name is characters and codes, on one line")
    func mermaid() throws {
        let lines = hostile.rendered(as: .mermaid).split(separator: "\n")
        try #require(lines.count == 2)
        let start = "  n0[(\"queue "
        let end = "<br/>visibility timeout 30 s\")]"
        try #require(lines[1].hasPrefix(start) && lines[1].hasSuffix(end))
        let label = lines[1].dropFirst(start.count).dropLast(end.count)
        #expect(label.contains("#34;") && label.contains("#35;35#59;"))
        for forbidden in ["\"", "`", "%", "{", "<", "[", "|", "\\"] { #expect(!label.contains(forbidden), "\(forbidden)") }
    }

    @Test("in DOT a name ends no string and begins no escape")
    func dot() throws {
        let line = try #require(hostile.rendered(as: .dot).split(separator: "\n").first { $0.contains("n0 [") })
        #expect(line.contains(#"Jobs\"]; click"#) && line.contains(#"\\n```\\n%%"#) && line.contains("&amp;lt;"))
        #expect(line.hasSuffix(#"\nvisibility timeout 30 s"];"#))
    }

    @Test("in text and JSON a name forges no line")
    func text() throws {
        #expect(hostile.rendered(as: .text).split(separator: "\n").count == 2)
        let object = try JSONSerialization.jsonObject(with: Data(hostile.rendered(as: .json).utf8)) as? [String: Any]
        let nodes = try #require(object?["nodes"] as? [[String: Any]])
        #expect((nodes.first?["name"] as? String)?.hasPrefix("Jobs\"]; click n0 href `x`\n```") == true)
    }

    @Test("every node and every link is in the text once")
    func complete() throws {
        let names = (0..<6).map { "Q\($0)" }
        // A ring of dead-letter queues has no beginning; the tree shows each all the same.
        let queues = names.indices.map { index in
            "  \(names[index]): {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt \(names[(index + 1) % 6]).Arn, maxReceiveCount: 3}}}"
        }
        let text = result("Resources:\n" + queues.joined(separator: "\n") + "\n").rendered(as: .text)
        for name in names { #expect(text.matches(of: try Regex("queue \(name), visibility")).count == 1, "\(text)") }
        #expect(text.matches(of: /has dead letters go to/).count == 6)
        #expect(text.hasSuffix("6 queues, 6 links\n"))
    }

    @Test("templates without anything to show say so")
    func empty() {
        #expect(
            result("Resources: {Topic: {Type: AWS::SNS::Topic}}\n").rendered(as: .text)
                == "no queue, worker or capacity is in the templates\n")
    }
}
