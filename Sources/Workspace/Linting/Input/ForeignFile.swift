import Evaluation
import Templates
import YAMLBridge

/// Files that are no template: what they seem to be, so that a message can say what was seen.
enum ForeignFile {
    /// Whether a file is in Terraform's own language, which is read beside a plan or JSON only.
    static func isTerraformLanguage(_ path: String) -> Bool { path.hasSuffix(".tf") || path.hasSuffix(".tofu") }

    /// The trouble with a file of Terraform's language that was named.
    static func terraformDiagnostic(path: String, span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "unsupported", message: "Terraform's language is read beside a plan, or where --tf asks for it",
            help: TerraformOutput.planHelp + TerraformOutput.languageHelp, file: path, span: span)
    }

    /// What a document looks like, for people.
    static func description(of document: Document) -> String {
        guard let root = document.root, !root.isNull else { return "an empty file" }
        switch root.kind {
        case .scalar: return "plain text"
        case .sequence: return "a list"
        case .mapping:
            let known = marks.first { mark in mark.keys.allSatisfy { root[$0] != nil } }
            return known?.name ?? keys(of: root)
        }
    }

    private static let marks: [(keys: [String], name: String)] = [
        (["apiVersion", "kind"], "a Kubernetes manifest"),
        (["services"], "a Docker Compose file"),
        (["on", "jobs"], "a GitHub workflow"),
        (["openapi"], "an OpenAPI description"),
        (["name", "version", "dependencies"], "a package manifest"),
        (["ParameterKey"], "a parameters file"),
        (["Parameters"], "a file with Parameters but without Resources"),
        (["Resources"], "a file whose Resources have no AWS types"),
    ]

    private static func keys(of root: Node) -> String {
        let names = root.entries.prefix(3).map { String($0.key.text.prefix(40)) }
        if names.isEmpty { return "an empty mapping" }
        return "a mapping with \(names.count == 1 ? "the key" : "keys such as") \(names.joined(separator: ", "))"
    }
}
