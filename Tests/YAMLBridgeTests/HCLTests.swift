import Testing

@testable import YAMLBridge

/// The skeleton of Terraform's language: blocks, labels, attributes and their places.
@Suite struct HCLTests {
    private func readTerraform(_ text: String) throws -> Document { try read(text, path: "main.tf") }

    @Test func blocksAreMappingsByTypeAndLabels() throws {
        let document = try readTerraform(
            """
            # A queue.
            resource "aws_sqs_queue" "jobs" {
              name                       = "jobs" // its name
              visibility_timeout_seconds = 30
              tags = {
                Team = "a" # not an attribute
              }
              timeouts { create = "1m" }
            }
            resource aws_sqs_queue "dlq" {}
            locals { a = 1 }
            """)
        let root = try #require(document.root)
        #expect(root.entries.map(\.key.text) == ["resource", "resource", "locals"])
        let body = try #require(root.entries[0].value["aws_sqs_queue"]?["jobs"])
        #expect(body.entries.map(\.key.text) == ["name", "visibility_timeout_seconds", "tags", "timeouts"])
        #expect(body["name"]?.text == "\"jobs\"")
        #expect(body["visibility_timeout_seconds"]?.text == "30")
        #expect(body["tags"]?.text == "{\n    Team = \"a\" # not an attribute\n  }")
        #expect(body["timeouts"]?["create"]?.text == "\"1m\"")
        #expect(root.entries[1].value["aws_sqs_queue"]?["dlq"]?.count == 0)
        #expect(document.warnings.isEmpty)
        let name = try #require(body.entry("name"))
        #expect(name.key.span.start == at(3, 3))
        #expect(name.value.span.end == at(3, 38))
        #expect(body.span.end == at(9, 2))
    }

    @Test(arguments: [
        ("1", "1"),
        ("1 # comment", "1"),
        ("1 // comment", "1"),
        ("1 /* a */ + 2", "1 /* a */ + 2"),
        (#""a # b""#, #""a # b""#),
        (
            #""${var.a == "}" ? "x" : "\"}"}-%{ if true }a%{ endif }""#,
            #""${var.a == "}" ? "x" : "\"}"}-%{ if true }a%{ endif }""#
        ),
        (#""$${not} 100% $ ${"b"}""#, #""$${not} 100% $ ${"b"}""#),
        ("[1,\n 2, # two\n 3]", "[1,\n 2, # two\n 3]"),
        ("(\n a\n)", "(\n a\n)"),
        ("<<EOF\nb = {\n\"\nEOF", "<<EOF\nb = {\n\"\nEOF"),
        ("<<-EOF\n  x ${a}\n  EOF", "<<-EOF\n  x ${a}\n  EOF"),
        ("jsonencode(<<A\nx\nA\n)", "jsonencode(<<A\nx\nA\n)"),
        ("\"ä\" # é", "\"ä\""),
    ])
    func expressionsEndWithTheirLine(text: String, expected: String) throws {
        for after in ["\nb = 2\n", "\r\nb = 2", "\n\n/* x */\nb = 2"] {
            let root = try #require(try readTerraform("a = " + text + after).root)
            #expect(root["a"]?.text == expected)
            #expect(root["b"]?.text == "2")
        }
    }

    @Test func expressionsEndWithTheirBlock() throws {
        let root = try #require(try readTerraform("a { b = { c = 1 } }\nd {e=2}").root)
        #expect(root["a"]?["b"]?.text == "{ c = 1 }")
        #expect(root["d"]?["e"]?.text == "2")
    }

    @Test(arguments: [
        ("a = ", 1, 5, "expected a value"),
        ("a = [1\nb = 2", 2, 6, "ends inside an expression"),
        ("a = \"x\nb", 1, 7, "line ends inside a text"),
        ("a = 1)\n", 1, 6, "closes nothing"),
        ("r \"a\" {\n", 2, 1, "ends inside a block"),
        ("r \"a\n", 1, 5, "at the end of the label"),
        ("a b = 1", 1, 5, "expected '=' or '{'"),
        ("}\n", 1, 1, "expected a block"),
        ("= 1", 1, 1, "expected the name"),
        ("a = <<EOF\nx", 2, 2, "ends inside a heredoc"),
        ("/* x", 1, 5, "ends inside a comment"),
        ("a", 1, 2, "expected '=' or '{'"),
    ])
    func mistakesHaveAPlace(text: String, line: Int, column: Int, message: String) throws {
        let found = try refusal(of: text, path: "main.tf")
        #expect(found.message.contains(message))
        #expect(found.span.start == at(line, column))
    }

    @Test(arguments: ["a = [", "a {", "a = \"${"])
    func depthIsBounded(text: String) throws {
        let isExpression = text.hasPrefix("a = ")
        let repeated = String(repeating: String(text.dropFirst(isExpression ? 4 : 0)), count: 100_000)
        let deep = (isExpression ? "a = " : "") + repeated
        #expect(try refusal(of: deep, path: "main.tf").code == .limit)
    }

    @Test func emptyTextsAreEmptyBodies() throws {
        for text in ["", "\n", "# x", "/**/"] { #expect(try readTerraform(text).root?.count == 0) }
    }

    @Test func everyCutOfATextIsReadOrRefused() throws {
        let text = #"""
            resource "a" "b" { # x
              c = "${d["e"]}%{ if f }g%{ endif }\"" /* h */
              i = <<-EOT
                ${j}
                EOT
              k { l = [1, {m = 2}] }
            }
            """#
        let bytes = Array(text.utf8)
        for end in 0...bytes.count {
            guard let document = try? Document.parse(Array(bytes[..<end]), path: "a.tf") else { continue }
            checkSpans(of: document)
        }
    }
}
