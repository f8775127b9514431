import Rules

/// Gives each finding a fingerprint of its own: of equal ones, as of a key that stands three times, the later ones are
/// numbered. Before the baseline, so that a finding keeps its number when those before it are known.
struct FingerprintStage: VerdictStage {
    func apply(to verdicts: inout Verdicts) {
        var counts: [String: Int] = [:]
        for index in verdicts.findings.indices {
            let fingerprint = verdicts.findings[index].fingerprint
            let count = counts[fingerprint, default: 0] + 1
            counts[fingerprint] = count
            guard count > 1 else { continue }
            verdicts.findings[index] = verdicts.findings[index].replacing(
                fingerprint: Fingerprint.make([fingerprint, "\(count)"]))
        }
    }
}
