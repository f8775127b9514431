import Evaluation
import TestSupport
import Testing

@testable import Templates

@Suite("Places in a text that is put together")
struct TextPlacesTests {
    /// What is written where a stretch of the text comes from.
    private func source(of part: String, text: String, written: String) -> String? {
        let text = Array(text.utf8)
        let part = Array(part.utf8)
        guard let start = (0...(text.count - part.count)).first(where: { text[$0..<$0 + part.count].elementsEqual(part) }),
            let range = TextPlaces(of: text, in: Array(written.utf8))?.source(of: start..<start + part.count)
        else { return nil }
        return String(decoding: Array(written.utf8)[range], as: UTF8.self)
    }

    @Test("a text that stands as it is")
    func same() {
        let text = #"{"a": "${aws:username}", "b": "%{ x }"}"#
        #expect(source(of: #""b""#, text: text, written: text) == #""b""#)
    }

    @Test("what a sequence became has the sequence's place")
    func sequences() {
        let written = #"{"image": "${var.registry}/${var.name}:1", "cpu": ${var.cpu}}"#
        let text = #"{"image": "example.com/worker:1", "cpu": 256}"#
        #expect(source(of: "example.com/worker", text: text, written: written) == "${var.registry}/${var.name}")
        #expect(source(of: #""cpu": 256"#, text: text, written: written) == #""cpu": ${var.cpu}"#)
        #expect(source(of: "256", text: text, written: written) == "${var.cpu}")
    }

    @Test("a heredoc's lines without their indentation; braces and quotes inside a sequence do not end it")
    func heredoc() {
        let written = """
            <<-JSON
                [
                  {"name": "${lower("A}")}",

                   "b": 1}
                ]
                JSON
            """
        let text = "[\n  {\"name\": \"a}\",\n\n   \"b\": 1}\n]\n"
        #expect(source(of: #""b": 1"#, text: text, written: written) == #""b": 1"#)
        #expect(source(of: "a}", text: text, written: written) == #"${lower("A}")}"#)
    }

    @Test("an escaped mark stands for itself")
    func escapes() {
        let written = "<<E\n{\"a\": \"$${aws:username}\", \"b\": \"${x}\"}\nE"
        let text = "{\"a\": \"${aws:username}\", \"b\": \"1\"}\n"
        #expect(source(of: #""b""#, text: text, written: written) == #""b""#)
        #expect(source(of: "{aws", text: text, written: written) == "{aws")
    }

    @Test(
        "anything else has no places",
        arguments: [
            ("{\"a\": 1}", "jsonencode({a = 1})"), ("{\"a\": 1}\n", "<<E\n{\"a\": %{ if x }1%{ endif }}\nE"),
            ("{\"a\": 1}\n", "<<E\n{\"a\": ${~ x ~}}\nE"), ("{\"a\": [\n1]}\n", "<<E\n{\"a\": ${x}}\nE"),
            ("{\"a\": 1}\n", "<<E\n{\"b\": ${x}}\nE"), ("{\"a\": 1}\n", "<<E\n{\"a\": ${x}}\n"), ("{}", "<<"), ("", "<<-"),
        ])
    func none(_ text: String, _ written: String) {
        #expect(TextPlaces(of: Array(text.utf8), in: Array(written.utf8)) == nil)
    }

    @Test("the members of random heredocs are found at their keys", arguments: 0..<200)
    func random(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let indentation = String(repeating: " ", count: Int(random.next() % 4))
        var (text, written) = ("{\n", "<<-E\n\(indentation){\n")
        let names = (0..<8).map { "k\($0)" }
        for name in names {
            let sequence = random.next() % 2 == 0
            let value = ["", "x", "$", "a\\\"b", "{}", "é"][Int(random.next() % 6)]
            text += "  \"\(name)\": \"-\(value)-\(sequence ? value + value : "")\",\n"
            written += "\(indentation)  \"\(name)\": \"-\(value)-\(sequence ? "${f(\"\(name)}\", {a = 1})}" : "")\",\n"
        }
        text += "  \"end\": 1\n}\n"
        written += "\(indentation)  \"end\": 1\n\(indentation)}\nE"
        for name in names + ["end"] {
            #expect(source(of: "\"\(name)\"", text: text, written: written) == "\"\(name)\"")
        }
    }
}
