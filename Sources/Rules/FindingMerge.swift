/// Findings that say the same of the same place, met through several uses of one template, are one.
package enum FindingMerge {
    /// The findings in the order of reports, of those that say the same the first alone.
    package static func merged(_ findings: [Finding]) -> [Finding] {
        var merged: [Finding] = []
        // Findings that say the same stand side by side, so that few are ever compared in full.
        var neighbours: Set<FindingContent> = []
        for finding in findings.sorted(by: ReportOrder.precedes) {
            if let last = merged.last, FindingContent.mayBeEqual(last, finding) {
                if neighbours.isEmpty { neighbours.insert(FindingContent(last)) }
                guard neighbours.insert(FindingContent(finding)).inserted else { continue }
            } else {
                neighbours = []
            }
            merged.append(finding)
        }
        return merged
    }

    /// One undecided verdict for each rule, resource and `forEach` member, whatever the number of checks that stayed open:
    /// what would decide it is what matters to people. It stands where the first of them stood.
    package static func mergingChecks(_ verdicts: [UndecidedVerdict]) -> [UndecidedVerdict] {
        struct Key: Hashable {
            let rule: String
            let file: String
            let resource: String
            let subject: String?
        }
        var positions: [Key: Int] = [:]
        var merged: [UndecidedVerdict] = []
        for verdict in verdicts {
            let key = Key(
                rule: verdict.rule, file: verdict.location.file, resource: verdict.resource, subject: verdict.subject)
            if let position = positions[key] {
                merged[position] = merged[position].adding(reasons: verdict.reasons)
            } else {
                positions[key] = merged.count
                merged.append(verdict)
            }
        }
        return merged
    }
}
