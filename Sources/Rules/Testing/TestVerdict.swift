/// A finding or an undecided verdict, as a test compares it.
struct TestVerdict {
    let check: String
    let verdict: RuleExpectation.Verdict
    let location: Location
    let subject: String?
    let message: String

    init(_ finding: Finding) {
        check = finding.check
        verdict = .finding
        location = finding.location
        subject = finding.subject
        message = finding.message
    }

    init(_ undecided: UndecidedVerdict) {
        check = undecided.check
        verdict = .undecided
        location = undecided.location
        subject = undecided.subject
        message = undecided.reasons.joined(separator: "; ")
    }

    func meets(_ expectation: RuleExpectation) -> Bool {
        guard check == expectation.check, verdict == expectation.verdict else { return false }
        if let wanted = expectation.subject, wanted != subject { return false }
        if let part = expectation.messagePart, !message.contains(part) { return false }
        switch expectation.place {
        case .line(let line)?: return location.span.start.line == line
        case .path(let path)?: return paths.contains(path)
        case nil: return true
        }
    }

    /// The ways to name the place: `Jobs.Properties.X`, `Jobs`, `/Resources/Jobs/Properties/X`.
    private var paths: [String] {
        let resource = location.resource ?? ""
        guard let path = location.path else { return [resource, "/Resources/\(resource)"] }
        let pointer = path.split { $0 == "." || $0 == "[" || $0 == "]" }.joined(separator: "/")
        return ["\(resource).\(path)", "/Resources/\(resource)/\(pointer)"]
    }

    var description: String {
        let place = [location.resource, location.path].compactMap { $0 }.joined(separator: ".")
        let member = subject.map { " for \($0)" } ?? ""
        return "\(verdict.rawValue) of '\(check)'\(member) at line \(location.span.start.line) (\(place)): \(message)"
    }
}
