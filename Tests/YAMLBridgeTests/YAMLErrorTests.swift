import Testing
import YAMLBridge

/// What a person is told about YAML that cannot be read.
@Suite struct YAMLErrorTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        let place: SourcePosition
        let says: String
        let helps: String
        var related: SourcePosition?
        var testDescription: String { text.debugDescription }
    }

    static let examples = [
        Example(
            text: "a: {b: 1\nc: 2\n", place: at(2, 2), says: "expected ',' or '}'", helps: "close the map with '}'",
            related: at(1, 4)),
        Example(
            text: "a: [1, 2\nb: 3\n", place: at(2, 2), says: "expected ',' or ']'", helps: "close the list with ']'",
            related: at(1, 4)),
        Example(text: "a: 1\n\tb: 2\n", place: at(2, 1), says: "a tab", helps: "spaces only"),
        Example(text: "a:\n\tb: 2\n", place: at(2, 1), says: "a tab", helps: "spaces only"),
        Example(text: "a: 1\nfoo bar\nc: 2\n", place: at(2, 1), says: "expected ':' behind `foo bar`", helps: "value"),
        Example(text: "a: b: c\n", place: at(1, 5), says: "a second ': '", helps: "quotes"),
        Example(text: "a: x\n  b: c\n", place: at(2, 4), says: "a ':' cannot stand here", helps: "same column"),
        Example(
            text: "a:\n  b: 1\n c: 2\n", place: at(3, 2), says: "next key of the map", helps: "same column",
            related: at(1, 1)),
        Example(
            text: "a: 'it's\n", place: at(1, 8), says: "expected the next key", helps: "column", related: at(1, 1)),
        Example(
            text: "a: \"never closed\nb: 1\n", place: at(3, 1), says: "ends inside a quoted value",
            helps: "close it with \"", related: at(1, 4)),
        Example(text: "a: \"C:\\dir\"\n", place: at(1, 7), says: "no escape `\\d`", helps: "\\\\"),
        Example(text: "a: *.example.com\n", place: at(1, 4), says: "'*' starts an alias", helps: "quotes"),
        Example(text: "a: @home\n", place: at(1, 4), says: "cannot start with `@`", helps: "quotes"),
        Example(text: "a: !<nope y\n", place: at(1, 4), says: "tag", helps: "quotes"),
        Example(text: "a: !h!x y\n", place: at(1, 4), says: "handle", helps: "!Sub"),
        Example(text: "a: |x\n  b\n", place: at(1, 5), says: "'|' or '>'", helps: "next line"),
        Example(text: "a: - b\n", place: at(1, 4), says: "list item", helps: "below its key"),
        Example(text: "[a]\nb\n", place: at(2, 1), says: "complete", helps: "---"),
    ]

    @Test(arguments: examples)
    func saysWhatWhereAndWhatToDo(example: Example) throws {
        let error = try refusal(of: example.text)
        #expect(error.code == .syntax)
        #expect(error.severity == .error)
        #expect(error.message.contains(example.says), "\(error.message)")
        #expect(error.help?.contains(example.helps) == true, "\(error.help ?? "no help")")
        #expect(error.span.start == example.place)
        #expect(error.related.first?.span.start == example.related)
    }

    @Test func placesAreExactBehindOtherScripts() throws {
        #expect(try refusal(of: "é: \u{1F600}\nb: @x\n").span.start == at(2, 4))
    }

    @Test(arguments: [
        ("a: 1\n{% if x %}\nb: 2\n{% endif %}\n", at(2, 1)),
        ("{{- if .Values.on }}\na: 1\n{{- end }}\n", at(1, 1)),
        ("a: {{ .Values.name }}-queue\n", at(1, 4)),
        ("a: 1\n{{ range .x }}\nb: 2\n", at(2, 1)),
        ("Resources:\n  {% for q in queues %}\n  {{ q }}: x\n", at(2, 3)),
    ])
    func inputOfATemplateEngineIsNamed(text: String, place: SourcePosition) throws {
        let error = try refusal(of: text)
        #expect(error.code == .templatedFile)
        #expect(error.span.start == place)
        #expect(error.help?.contains("render") == true)
        #expect(error.related.count == 1)
    }

    @Test func openBracesWithoutEndTakeNoTime() throws {
        #expect(try refusal(of: "a: " + String(repeating: "{{ ", count: 1_000_000)).code == .limit)
        #expect(try refusal(of: "a: @" + String(repeating: "{{ ", count: 1_000_000)).code == .syntax)
    }

    @Test(arguments: [
        "a: '{{resolve:ssm:x}}'\nb: @x\n", "a: \"{{ x }}\"\nb: @x\n", "# {{ x }}\na: @x\n",
        "a: |\n  {% if x %}\nb: 1\nc: 1\nd: @x\n",
    ])
    func otherBracesAreNoTemplateEngine(text: String) throws {
        #expect(try refusal(of: text).code == .syntax)
    }
}
