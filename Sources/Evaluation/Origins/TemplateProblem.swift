import YAMLBridge

/// Something in a template that makes answers about it wrong. Reported as a finding of the TPL family.
package struct TemplateProblem: Sendable {
    /// The ids of the TPL family of rules.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// A key stands twice in one mapping; the last one counts.
        case duplicateKey = "TPL001"
        /// What is referred to is not in the template.
        case unresolvedReference = "TPL002"
        /// A function has arguments that it does not take.
        case malformedFunction = "TPL003"
        /// Something depends on itself, so that it has no value.
        case circularReference = "TPL004"
        /// A template, included file or module is not among the files of the run.
        case nestedTemplateNotFound = "TPL005"
        /// A parameter's value is none of its `AllowedValues`.
        case valueOutsideAllowedValues = "TPL006"
        /// A section, resource type, property or value that AWS does not have, or that this program does not know yet.
        case unknownName = "TPL008"
    }

    /// The rule that reports it.
    package let code: Code
    /// What is wrong: a line for people without a full stop.
    package let message: String
    /// What to do about it.
    package let help: String
    /// Where it stands.
    package let origin: Origin
    /// Second places in the same document that belong to the problem.
    package let related: [ParseDiagnostic.Related]
    /// Whether it may as well be right: a name that AWS may have brought since. It is told as a note then.
    package let mayBeRight: Bool

    /// Creates a problem; `related` places are in the document of `origin`.
    package init(
        code: Code, message: String, help: String, origin: Origin, related: [ParseDiagnostic.Related] = [],
        mayBeRight: Bool = false
    ) {
        self.code = code
        self.message = message
        self.help = help
        self.origin = origin
        self.related = related
        self.mayBeRight = mayBeRight
    }
}
