import Rules

extension Finding {
    /// The finding with other places or another fingerprint.
    func replacing(
        location: Location? = nil, related: [RelatedLocation]? = nil, fingerprint: String? = nil
    ) -> Finding {
        Finding(
            rule: rule, name: name, check: check, severity: severity, message: message, help: help,
            location: location ?? self.location, related: related ?? self.related, fingerprint: fingerprint ?? self.fingerprint,
            subject: subject, witness: witness)
    }
}

extension [Finding] {
    /// The findings with a fingerprint of its own for each: of equal ones, as of a key that stands three times, the later
    /// ones are numbered.
    func withUniqueFingerprints() -> [Finding] {
        var counts: [String: Int] = [:]
        return map { finding in
            let count = counts[finding.fingerprint, default: 0] + 1
            counts[finding.fingerprint] = count
            return count == 1
                ? finding : finding.replacing(fingerprint: Fingerprint.make([finding.fingerprint, "\(count)"]))
        }
    }
}
