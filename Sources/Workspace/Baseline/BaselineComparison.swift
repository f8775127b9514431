import Rules
import Text

/// Sets the findings of a run against a baseline, each against at most one entry.
///
/// A finding is known when an entry has its rule, check, file, resource, property and subject. Code moves: where an entry
/// has lost its finding, one that differs in list indices only, or in its file only, takes its place.
struct BaselineComparison {
    /// What the baseline does not hold.
    let new: [Finding]
    let outcome: BaselineOutcome

    /// - Parameters:
    ///   - verdicts: those of a judged run with all its findings.
    ///   - configuration: which rules ran.
    ///   - files: those that were checked.
    init(
        _ baseline: Baseline, verdicts: Verdicts, configuration: RuleConfiguration, files: [String], workingFolder: String
    ) {
        let folder = PathName.absolute(PathName.folder(of: baseline.path), workingFolder: workingFolder)
        func place(_ file: String) -> String {
            PathName.relative(PathName.absolute(file, workingFolder: workingFolder), to: folder)
        }
        let scope = BaselineScope(
            absentFiles: baseline.absentFiles, files: files.map(place), configuration: configuration,
            undecided: verdicts.undecided.map { [place($0.location.file), $0.rule, $0.location.resource] })
        // What is wrong with suppressions is fixed, not put up with; lines alone tell these apart.
        let findings = verdicts.findings.filter { SuppressionRule(rawValue: $0.rule) == nil }
        let found = findings.map { Baseline.Entry($0, file: place($0.location.file)) }
        var matching = BaselineMatching(entries: baseline.entries, found: found)
        // In another file only when the entry's own file was looked at and does not have it any more.
        matching.matchMoved { scope.isLookedAt($0) }

        let known = findings.indices.filter { matching.isFoundMatched[$0] }
        let isKnown = Set(known.map { findings[$0] })
        new = verdicts.findings.filter { !isKnown.contains($0) }
        let unmatched = baseline.entries.indices.filter { !matching.isEntryMatched[$0] }.map { baseline.entries[$0] }
        let gone = unmatched.filter(scope.isLookedAt)
        let kept = unmatched.filter { !scope.isLookedAt($0) }
        outcome = BaselineOutcome(
            path: baseline.path, known: known.map { findings[$0] }, gone: gone,
            pruned: Baseline(path: baseline.path, entries: kept + known.map { found[$0] }),
            renewed: Baseline(path: baseline.path, entries: kept + found))
    }
}

extension Baseline.Entry {
    init(_ finding: Finding, file: String) {
        self.init(
            file: file, rule: finding.rule, name: finding.name, check: finding.check,
            resource: finding.location.resource, path: finding.location.path, subject: finding.subject)
    }

    var identity: [String?] { [file, rule, check, resource, path, subject] }
    var identityWithoutIndices: [String?] { [file] + pathlessIdentity }
    var identityWithoutFile: [String?] { pathlessIdentity }

    private var pathlessIdentity: [String?] { [rule, check, resource, path.map(Self.withoutIndices), subject] }

    /// `A[3].B` as `A[].B`.
    private static func withoutIndices(_ path: String) -> String {
        var isInside = false
        return String(
            path.filter { character in
                if character == "]" { isInside = false }
                defer { if character == "[" { isInside = true } }
                return !isInside
            })
    }
}
