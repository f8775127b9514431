import YAMLBridge

/// Something in a template that makes answers about it wrong. Reported as a finding of the TPL family.
public struct TemplateProblem: Sendable {
    /// The ids of the TPL family of rules.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case duplicateKey = "TPL001"
        case unresolvedReference = "TPL002"
        case malformedFunction = "TPL003"
        case circularReference = "TPL004"
        case nestedTemplateNotFound = "TPL005"
        case valueOutsideAllowedValues = "TPL006"
    }

    /// The rule that reports it.
    public let code: Code
    /// What is wrong: a line for people without a full stop.
    public let message: String
    /// What to do about it.
    public let help: String
    /// Where it stands.
    public let origin: Origin
    /// Second places in the same document that belong to the problem.
    public let related: [ParseDiagnostic.Related]

    /// Creates a problem; `related` places are in the document of `origin`.
    init(
        code: Code, message: String, help: String, origin: Origin, related: [ParseDiagnostic.Related] = []
    ) {
        self.code = code
        self.message = message
        self.help = help
        self.origin = origin
        self.related = related
    }
}
