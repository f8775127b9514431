import Evaluation
import Templates
import Text
import YAMLBridge

/// Sorts the files of a run into templates, files to pass over and trouble.
struct InputClassifier {
    let skipsUnrecognised: Bool
    private(set) var templates: [Document] = []
    /// Files that are no checked template.
    private(set) var others: [InputSummary] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var lines = SourceLines()

    init(skipsUnrecognised: Bool) {
        self.skipsUnrecognised = skipsUnrecognised
    }

    mutating func add(_ source: ParsedSource) {
        switch source.outcome {
        case .template(let document):
            templates.append(document)
            lines.add(document)
            diagnostics += document.warnings.filter { $0.code != .duplicateKey }
                .map { Diagnostic($0, file: document.path) }
        case .unreadable(let error):
            diagnostics.append(Diagnostic(error))
            others.append(InputSummary(file: source.path, kind: .unrecognised, resources: 0, status: .error))
        case .passedOver:
            others.append(InputSummary(file: source.path, kind: .unrecognised, resources: 0, status: .skipped))
        case .malformed(let bytes, let error): addMalformed(source, bytes, error)
        case .other(let document, let kind): addOther(source, document, kind)
        case .refused(let refusal, let kind, let document):
            if let document { lines.add(document) }
            diagnostics.append(
                Diagnostic(
                    code: "unsupported", message: refusal.message, help: refusal.help, file: source.path,
                    span: refusal.span))
            others.append(InputSummary(file: source.path, kind: kind, resources: 0, status: .error))
        }
    }

    /// The files but for local states that were found beside the configuration that they are of: it says what will be.
    ///
    /// Where configurations are checked as they stand only; Terraform calls its local state `terraform.tfstate`.
    mutating func withoutLocalStates(_ sources: [ParsedSource]) -> [ParsedSource] {
        let configured = Set(
            sources.compactMap { source in
                source.kind == .terraformConfiguration ? PathName.folder(of: source.path) : nil
            })
        guard !configured.isEmpty else { return sources }
        return sources.filter { source in
            let isLocal =
                !source.isNamed && PathName.lastComponent(of: source.path) == "terraform.tfstate"
                && source.kind == .terraformState && configured.contains(PathName.folder(of: source.path))
            if isLocal {
                others.append(InputSummary(file: source.path, kind: .terraformState, resources: 0, status: .skipped))
            }
            return !isLocal
        }
    }

    private mutating func addMalformed(_ source: ParsedSource, _ bytes: [UInt8], _ error: ParseError) {
        if ForeignFile.isTerraformLanguage(source.path), !source.claimsToBeTemplate {
            if source.isNamed { diagnostics.append(ForeignFile.terraformDiagnostic(path: source.path, span: nil)) }
            let status: InputSummary.Status = source.isNamed ? .error : .skipped
            others.append(
                InputSummary(file: source.path, kind: .terraformConfiguration, resources: 0, status: status))
            return
        }
        let isTrouble = source.claimsToBeTemplate || source.isNamed && !skipsUnrecognised
        if isTrouble {
            diagnostics.append(Diagnostic(error))
            lines.add(bytes, path: source.path)
            // What is secret in it cannot be told before it is read.
            if bytes.contains("\"terraform_version\"") { lines.withhold(source.path) }
        }
        others.append(
            InputSummary(file: source.path, kind: .unrecognised, resources: 0, status: isTrouble ? .error : .skipped))
    }

    private mutating func addOther(_ source: ParsedSource, _ document: Document, _ kind: TemplateKind) {
        let isTerraform = kind != .unrecognised
        let isTrouble = source.isNamed && (isTerraform || !skipsUnrecognised)
        if isTrouble {
            lines.add(document)
            // The whole text is meant; its first character is enough to point at.
            let span = (document.root?.span.start).map { SourceSpan(start: $0, end: $0) }
            diagnostics.append(
                isTerraform
                    ? ForeignFile.terraformDiagnostic(path: source.path, span: span)
                    : Diagnostic(
                        code: "not-a-template",
                        message: "this is not a template but \(ForeignFile.description(of: document))",
                        help: "Name only templates, or give --skip-unrecognised to pass over the rest.",
                        file: source.path, span: span))
        }
        others.append(
            InputSummary(file: source.path, kind: kind, resources: 0, status: isTrouble ? .error : .skipped))
    }

    /// A run that checked nothing must not look clean.
    mutating func demandTemplate(terraformSourceCount: Int, hasLeftOut: Bool) {
        guard templates.isEmpty, !skipsUnrecognised, !diagnostics.contains(where: { $0.severity == .error }) else {
            return
        }
        let terraform = terraformSourceCount + others.count { $0.kind != .unrecognised }
        let seen =
            others.isEmpty
            ? "no file with a template's extension (\(InputDiscovery.extensions.joined(separator: ", ")))"
            : "\(others.count) \(others.count == 1 ? "file" : "files"), none of them a template"
        let help =
            terraform > 0
            ? "\(terraform) \(terraform == 1 ? "file" : "files") of Terraform's language \(terraform == 1 ? "is" : "are") there. "
                + TerraformOutput.planHelp + TerraformOutput.languageHelp
            : "Name a template or a plan in JSON, or a folder that holds one."
        let leftOut = hasLeftOut ? " Some of the folder is left out: git ignores it, or `exclude` names it." : ""
        diagnostics.append(
            Diagnostic(
                code: "no-template", message: "nothing was checked: the input holds \(seen)",
                help: help + leftOut))
    }
}
