/// What tells findings of one place, rule and message apart, but for the use of a template through which they were met.
struct FindingContent: Hashable {
    private let check: String
    private let help: String?
    private let subject: String?

    init(_ finding: Finding) {
        check = finding.check
        help = finding.help
        subject = finding.subject
    }

    /// Whether place, rule and message are the same.
    static func mayBeEqual(_ left: Finding, _ right: Finding) -> Bool {
        left.location.span.start == right.location.span.start && left.location.file == right.location.file
            && left.rule == right.rule && left.message == right.message
    }
}
