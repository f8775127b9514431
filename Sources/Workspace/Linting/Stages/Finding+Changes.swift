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
