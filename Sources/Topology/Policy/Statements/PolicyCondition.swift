import Evaluation
import Templates

/// One key of a statement's `Condition`: `ArnLike: {aws:SourceArn: [...]}`.
struct PolicyCondition {
    /// `stringequals`, without case and without `IfExists`.
    let comparison: String
    let isIfExists: Bool
    /// Without case.
    let key: String
    let values: [PolicyPattern]
    /// Why there may be more values.
    let open: [Reason]

    /// Whether `*` and `?` stand for other text: not in `StringEquals` and its like, whatever quantifier stands before.
    ///
    /// Source: IAM user guide, "IAM JSON policy elements: Condition operators" (ArnEquals does the same as ArnLike).
    static func takesWildcards(_ comparison: String) -> Bool {
        let operation = comparison.split(separator: ":").last.map(String.init) ?? comparison
        return !["stringequals", "stringnotequals", "stringequalsignorecase", "stringnotequalsignorecase"].contains(operation)
    }

    /// A comparison that holds for what equals a value, rather than for what does not.
    var isPositive: Bool {
        !comparison.contains("not") && comparison != "null" && !comparison.hasPrefix("forallvalues:")
    }
}

extension PolicyCondition {
    /// Keys that keep strangers out when they have to equal something.
    ///
    /// Source: IAM user guide, "AWS global condition context keys", and IAM Access Analyzer's meaning of public: a fixed
    /// value of a key that names an account, an organisation, a principal, a resource, a network or an address.
    private static let restrictingKeys: Set<String> = [
        "aws:sourcearn", "aws:sourceaccount", "aws:sourceowner", "aws:sourceorgid", "aws:sourceorgpaths",
        "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:principalarn",
        "aws:principalservicename", "aws:principalservicenameslist", "aws:sourcevpc", "aws:sourcevpce",
        "aws:vpcsourceip", "aws:sourceip", "aws:userid", "aws:vpceaccount", "aws:vpceorgid", "aws:vpceorgpaths",
        "kms:calleraccount", "kms:viaservice",
    ]

    /// Keys that say nothing of who calls.
    private static let openKeys: Set<String> = [
        "aws:securetransport", "aws:currenttime", "aws:epochtime", "aws:useragent", "aws:referer", "aws:requestedregion",
        "aws:tlsversion", "s3:tlsversion", "sqs:tlsversion",
    ]

    /// Whether the condition leaves only known callers.
    func isRestricting(_ reading: Reading) throws(ReadingFailure) -> PolicyMatch {
        if Self.openKeys.contains(key) { return .no }
        guard Self.restrictingKeys.contains(key) else {
            return .undecided([Reason("whether the condition on \(key) keeps strangers out is not known")])
        }
        guard isPositive, !isIfExists else { return .no }
        for value in values where try reading.isTrue(value.presence) {
            // One open value opens the door; what is not known, such as a parameter for a bucket, somebody chooses.
            if value.text.isAny || Self.isEveryAddress(value.text) { return .no }
        }
        return .yes
    }

    private static func isEveryAddress(_ text: PolicyText) -> Bool { ["0.0.0.0/0", "::/0"].contains(text.known ?? "") }
}
