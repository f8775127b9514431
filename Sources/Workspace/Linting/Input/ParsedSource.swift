import Evaluation
import Templates
import YAMLBridge

/// A file of the input after parsing, with what it turned out to be.
struct ParsedSource: Sendable {
    enum Outcome: Sendable {
        case template(Document)
        /// Well-formed, but no template that this release reads.
        case other(Document, TemplateKind)
        case malformed([UInt8], ParseError)
        /// Terraform's, in a form that cannot be read; with the text, where it is one.
        case refused(TerraformRefusal, TemplateKind, Document?)
        case unreadable(FileError)
        /// Certainly no template, and nobody will ask what it is: it was not parsed.
        case passedOver
    }

    let path: String
    let isNamed: Bool
    let outcome: Outcome

    private let readsTerraformLanguage: Bool

    /// - Parameters:
    ///   - mayPassOver: whether nothing is to be said of a file that is no template, so that a glance is enough.
    ///   - readsTerraformLanguage: whether a file of Terraform's language is a template.
    init(_ source: SourceFile, mayPassOver: Bool = false, readsTerraformLanguage: Bool = false) {
        path = source.path
        isNamed = source.isNamed
        self.readsTerraformLanguage = readsTerraformLanguage
        switch source.contents {
        case .failure(let error): outcome = .unreadable(error)
        case .success(let bytes) where mayPassOver && !TemplateGlance.mayBeTemplate(bytes, path: source.path):
            outcome = .passedOver
        case .success(let bytes):
            outcome = Self.outcome(bytes, path: source.path, readsTerraformLanguage: readsTerraformLanguage)
        }
    }

    private static func outcome(_ bytes: [UInt8], path: String, readsTerraformLanguage: Bool) -> Outcome {
        if let refusal = TerraformOutput.refusal(of: bytes) { return .refused(refusal, .terraformPlan, nil) }
        do {
            let document = try Document.parse(bytes, path: path)
            let kind = Workload.kind(of: document)
            if let refusal = TerraformDocument.refusal(of: document) { return .refused(refusal, kind, document) }
            switch kind {
            case .cloudFormation, .terraformPlan, .terraformState: return .template(document)
            case .terraformConfiguration where readsTerraformLanguage || !ForeignFile.isTerraformLanguage(path):
                return .template(document)
            case .terraformConfiguration, .unrecognised:
                return doubt(about: document).map { .malformed(bytes, $0) } ?? .other(document, kind)
            }
        } catch {
            return .malformed(bytes, error)
        }
    }

    /// Why it is not certain that a document is no template: its resources stand twice, and those that count are none.
    private static func doubt(about document: Document) -> ParseError? {
        let warning = document.warnings.first { warning in
            warning.code == .duplicateKey
                && document.root?.entries.contains {
                    $0.key.text == "Resources" && $0.key.span.start == warning.span.start
                } == true
        }
        return warning.map { ParseError(path: document.path, diagnostic: $0.asError) }
    }

    /// The kind of a template; `nil` for anything else.
    var kind: TemplateKind? {
        guard case .template(let document) = outcome else { return nil }
        return Workload.kind(of: document)
    }

    /// Whether the file says of itself that it is a template, so that not understanding it is an error wherever it stands.
    var claimsToBeTemplate: Bool {
        guard case .malformed(let written, _) = outcome else { return false }
        // In UTF-16 a zero byte stands beside each letter.
        let bytes = written.prefix(4).contains { $0 == 0 || $0 >= 0xFE } ? written.filter { $0 != 0 } : written
        if readsTerraformLanguage, ForeignFile.isTerraformLanguage(path) { return true }
        return [".tf.json", ".tofu.json", ".tfstate"].contains { path.hasSuffix($0) }
            || bytes.contains("AWSTemplateFormatVersion")
            || bytes.contains("Resources") && bytes.contains("AWS::")
            || bytes.contains("\"format_version\"") && bytes.contains("\"planned_values\"")
            || bytes.contains("\"terraform_version\"")
                && (bytes.contains("\"format_version\"") || bytes.contains("\"lineage\""))
    }
}

extension [UInt8] {
    /// Whether the bytes hold a text.
    func contains(_ text: StaticString) -> Bool {
        let wanted = text.utf8CodeUnitCount
        guard wanted > 0, count >= wanted else { return false }
        return withUnsafeBytes { bytes in
            (0...(bytes.count - wanted)).contains { start in
                bytes[start] == text.utf8Start[0]
                    && (1..<wanted).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
            }
        }
    }
}
