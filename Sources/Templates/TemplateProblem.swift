import YAMLBridge

/// Something in a template that makes answers about it wrong. Reported as a finding of the TPL family.
public struct TemplateProblem: Sendable {
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case duplicateKey = "TPL001"
        case unresolvedReference = "TPL002"
        case malformedFunction = "TPL003"
        case circularReference = "TPL004"
        case nestedTemplateNotFound = "TPL005"
        case valueOutsideAllowedValues = "TPL006"
    }

    public let code: Code
    public let message: String
    /// What to do about it.
    public let help: String
    public let origin: Origin
    /// Second places in the same document that belong to the problem.
    public let related: [ParseDiagnostic.Related]

    public init(
        code: Code, message: String, help: String, origin: Origin, related: [ParseDiagnostic.Related] = []
    ) {
        self.code = code
        self.message = message
        self.help = help
        self.origin = origin
        self.related = related
    }
}
