import Evaluation
import Foundation
import TestSupport
import Testing
import YAMLBridge

@testable import Templates

/// Terraform's own answers, as `Console/record.py` has asked for them.
@Suite("Answers of terraform console")
struct ConsoleTests {
    struct Case: CustomTestStringConvertible {
        let expression: String
        /// `nil` where Terraform refuses the expression.
        let answer: Node?

        var testDescription: String { expression }
    }

    private static let file = recorded("Tests/TemplatesTests/Terraform/Console/answers.json")

    /// Random ones; more of them, made by `random_expressions.py`, may be named in the environment.
    private static let randomFile = recorded(
        ProcessInfo.processInfo.environment["ECSLINT_RANDOM_ANSWERS"] ?? "Tests/TemplatesTests/Terraform/Console/random.json")

    private static func recorded(_ path: String) -> Node? {
        guard let data = try? Data(contentsOf: URL(filePath: path, relativeTo: PackageFolder.root)) else { return nil }
        return try? Document.parse(Array(data), path: "answers.json").root
    }

    static let cases = cases(file)

    private static func cases(_ file: Node?) -> [Case] {
        (file?["cases"]?.elements ?? []).compactMap { node in
            node["expression"].map { Case(expression: $0.text, answer: node["answer"]) }
        }
    }

    @Test("there are answers")
    func answers() { #expect(Self.cases.count > 600) }

    @Test("what is known of a random expression is what Terraform says")
    func random() throws {
        let names = try #require(Self.randomFile?["locals"])
        let samples = Self.cases(Self.randomFile)
        #expect(samples.count >= 600)
        var known = 0
        for sample in samples {
            let scope = SampleScope(["local": plain(names)])
            let value = try evaluated(sample.expression, in: scope)
            #expect(scope.problems.isEmpty)
            guard value.isWhollyKnown else { continue }
            known += 1
            let isRight = sample.answer.map { Self.isSame(value, $0) } ?? false
            #expect(isRight, "\(sample.expression) is \(value.shown)")
        }
        // Most have an answer, and few of the answers are too much for ecslint.
        #expect(known > samples.count { $0.answer != nil } * 9 / 10)
    }

    @Test("each expression is what Terraform says", arguments: cases)
    func answer(_ sample: Case) throws {
        let names = try #require(Self.file?["locals"])
        let scope = SampleScope(["local": plain(names)])
        let value = try evaluated(sample.expression, in: scope)
        guard let answer = sample.answer else {
            #expect(value.isUnknown, "Terraform refuses it, and it is \(value.shown)")
            return
        }
        #expect(
            Self.isSame(value, answer), "\(value.shown), and Terraform says \(answer.document.lineText(answer.span.start.line))")
        #expect(scope.problems.isEmpty)
    }

    /// A JSON node as a value without functions.
    private func plain(_ node: Node) -> Value {
        let origin = Origin(node: node, key: nil, parent: nil, component: nil, resource: nil)
        switch node.kind {
        case .scalar where node.isNull: return Value(.absent, origin: origin)
        case .scalar: return Value(.scalar(.init(node.text, isQuoted: node.style != .plain)), origin: origin)
        case .sequence: return Value(.list(node.elements.map(plain), open: []), origin: origin)
        case .mapping:
            return Value(.map(node.entries.map { .init(key: $0.key.text, value: plain($0.value)) }), origin: origin)
        }
    }

    static func isSame(_ value: Value, _ answer: Node) -> Bool {
        switch value.content {
        case .absent: return answer.isNull
        case .scalar(let scalar):
            if scalar.isQuoted { return answer.style != .plain && answer.text == scalar.text }
            guard answer.style == .plain else { return false }
            if scalar.text == answer.text { return true }
            guard let number = Double(scalar.text), let other = Double(answer.text) else { return false }
            return abs(number - other) < 1e-12
        case .list, .map:
            // What jsonencode gives is a structure here and a text there.
            if answer.kind == .scalar { return (try? value.stringParts).map(text) == answer.text }
            return isSameStructure(value, answer)
        default: return false
        }
    }

    private static func isSameStructure(_ value: Value, _ answer: Node) -> Bool {
        switch value.content {
        case .list(let elements, let open):
            guard answer.kind == .sequence, open.isEmpty, elements.count == answer.count else { return false }
            return zip(elements, answer.elements).allSatisfy { isSame($0, $1) }
        case .map(let members, _):
            let sorted = Value.sorted(members)
            guard answer.kind == .mapping, sorted.count == answer.count else { return false }
            return sorted.allSatisfy { member in answer[member.key].map { isSame(member.value, $0) } ?? false }
        default: return false
        }
    }

    private static func text(_ parts: [TextPart]) -> String {
        parts.map { if case .literal(let text) = $0 { text } else { "?" } }.joined()
    }
}
