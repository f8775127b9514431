import YAMLBridge

/// What a finding says, and of which place; not through which use of a template it was met.
struct FindingContent: Hashable {
    private let start: SourcePosition
    private let message: String
    private let texts: [String?]

    init(_ finding: Finding) {
        start = finding.location.span.start
        message = finding.message
        texts = [finding.rule, finding.check, finding.location.file, finding.help, finding.subject]
    }

    /// By what nearly always tells two apart.
    func hash(into hasher: inout Hasher) {
        hasher.combine(start)
        hasher.combine(message)
    }
}
