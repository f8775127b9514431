import Evaluation
import Templates
import YAMLBridge

/// The nested templates and included files of a run that were not named: each found and parsed once.
final class NestedDocuments {
    private let find: @Sendable (String, String) -> NestedTemplate
    private var answers: [String: Document?] = [:]
    private var documents: [String: Document] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    /// Templates that could not be parsed, as inputs of the run.
    private(set) var failures: [InputSummary] = []
    private(set) var lines: SourceLines
    /// Why a reference was not answered, by the reference.
    private(set) var explanations: [String: String] = [:]

    init(find: @escaping @Sendable (String, String) -> NestedTemplate, lines: SourceLines) {
        self.find = find
        self.lines = lines
    }

    func document(for reference: String, usedBy parent: Document) -> Document? {
        let question = "\(parent.path)\u{0}\(reference)"
        if let answer = answers[question] { return answer }
        let answer = answer(reference, parent)
        answers[question] = .some(answer)
        return answer
    }

    private func answer(_ reference: String, _ parent: Document) -> Document? {
        switch find(reference, parent.path) {
        case .notFound: return nil
        case .ambiguous(let paths):
            explanations[reference] = "\(paths.joined(separator: " and ")) are equally near"
            return nil
        case .outsideRoots(let path):
            explanations[reference] = "\(path) stands outside the roots and is not read"
            return nil
        case .found(let source):
            if let known = documents[source.path] { return known }
            return read(source)
        }
    }

    private func read(_ source: SourceFile) -> Document? {
        let parsed = ParsedSource(source)
        switch parsed.outcome {
        // A file of AWS::Include is a piece of a template and no template itself.
        case .template(let document), .other(let document, _):
            documents[source.path] = document
            lines.add(document)
            diagnostics += document.warnings.filter { $0.code != .duplicateKey }.map { Diagnostic($0, file: document.path) }
            return document
        case .malformed(let bytes, let error):
            lines.add(bytes, path: source.path)
            diagnostics.append(Diagnostic(error))
        case .unreadable(let error): diagnostics.append(Diagnostic(error))
        case .refused, .passedOver: return nil
        }
        failures.append(InputSummary(file: source.path, kind: .unrecognised, resources: 0, status: .error))
        return nil
    }
}
