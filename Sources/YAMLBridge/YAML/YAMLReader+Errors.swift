import CYAML

extension YAMLReader {
    mutating func explain(_ problem: LibyamlProblem) -> UnplacedDiagnostic {
        switch problem.kind {
        case YAML_MEMORY_ERROR:
            return UnplacedDiagnostic(code: .limit, "there is not enough memory to read the text", at: 0..<0)
        case YAML_READER_ERROR:
            return refusedCharacter(problem)
        default:
            let offset = cursor.byte(ofCodePoint: problem.problemIndex)
            let context = cursor.byte(ofCodePoint: problem.contextIndex)
            if let mark = view.byteOrderMark(beside: offset) { return ByteOrderMarks.error(at: mark) }
            let explanation = YAMLSyntaxExplanation(
                view: view, problem: problem, offset: offset, context: problem.context.isEmpty ? nil : context)
            return explanation.diagnostic
        }
    }

    private func refusedCharacter(_ problem: LibyamlProblem) -> UnplacedDiagnostic {
        let range = problem.byteOffset..<view.characterEnd(problem.byteOffset)
        let digits = String(max(problem.value, 0), radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        return UnplacedDiagnostic(
            code: .encoding, "YAML does not allow the character U+\(padded)",
            help: "remove it, or write it in double quotes as \"\\u\(padded)\"", at: range)
    }
}
