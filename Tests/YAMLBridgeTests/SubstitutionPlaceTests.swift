import Foundation
import Testing
import YAMLBridge

/// A message about a variable of `!Sub` can point at the variable itself, wherever the text's style puts it.
@Suite struct SubstitutionPlaceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let style: String
        let yaml: String
        let start: SourcePosition
        /// What the document's line holds there; a variable that a fold cuts is not one.
        var variable = "${Missing}"

        var testDescription: String { style }
    }

    static let cases = [
        Case(
            style: "literal, third line", yaml: "a:\n  b: !Sub |\n    first ${One}\n    second\n    x ${Missing} y\n",
            start: at(5, 7)),
        Case(
            style: "literal, third line, deeper", yaml: "a:\n  b: !Sub |-\n    first\n    if:\n      é ${Missing}\n",
            start: at(5, 9)),
        Case(
            style: "literal with indentation indicator", yaml: "a:\n  b: !Sub |2+\n      one\n    two\n    ${Missing}\n\n",
            start: at(5, 5)),
        Case(
            style: "literal in a list, CRLF",
            yaml: "a:\r\n  b: !Sub\r\n    - |\r\n      one\r\n\r\n      ${Missing}\r\n    - {}\r\n",
            start: at(6, 7)),
        Case(
            style: "folded, third line", yaml: "a:\n  b: !Sub >\n    one\n    two\n    and ${Missing} more\n",
            start: at(5, 9)),
        Case(
            style: "folded, behind an empty line", yaml: "a:\n  b: !Sub >-\n    one\n\n    two\n      code ${Missing}\n",
            start: at(6, 12)),
        Case(
            style: "double quoted, third line", yaml: "a:\n  b: !Sub \"one \\\"x\\\"\n    two\n    \\u00e9 ${Missing}\"\n",
            start: at(4, 12)),
        Case(
            style: "double quoted, escaped line breaks", yaml: "a:\n  b: !Sub \"one\\\n    \\ two \\\n    ${Missing}\"\n",
            start: at(4, 5)),
        Case(
            style: "single quoted, third line", yaml: "a:\n  b: !Sub 'it''s\n    two\n\n    ''${Missing}'\n",
            start: at(5, 7)),
        Case(
            style: "plain, third line", yaml: "a:\n  b: !Sub one\n    two\n    three ${Missing} four\n",
            start: at(4, 11)),
        Case(
            style: "plain, anchored, behind an empty line", yaml: "a:\n  b: !Sub &x one\n\n    ${Missing}\n",
            start: at(4, 5)),
    ]

    @Test(arguments: cases)
    func spanIsThatOfTheVariable(item: Case) throws {
        let document = try read(item.yaml)
        let value = try #require(document.root?["a"]?["b"])
        let node = value.kind == .sequence ? try #require(value.elements.first) : value
        let range = try #require(node.text.range(of: item.variable))
        let start = node.text.utf8.distance(from: node.text.startIndex, to: range.lowerBound)
        let span = node.span(ofText: start..<start + item.variable.utf8.count)
        #expect(span.start == item.start)
        #expect(span.end == at(item.start.line, item.start.column + item.variable.count))
        let line = Array(document.lineText(span.start.line).unicodeScalars)
        let marked = line[(span.start.column - 1)..<(span.end.column - 1)]
        #expect(String(String.UnicodeScalarView(marked)) == item.variable)
    }
}
