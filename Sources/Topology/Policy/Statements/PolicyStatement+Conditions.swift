import Evaluation
import Templates

extension PolicyStatement {
    /// Whether its conditions hold for a request.
    func holds(for request: PolicyRequest, _ reading: Reading) throws(ReadingFailure) -> PolicyMatch {
        var match = open.conditions.isEmpty ? PolicyMatch.yes : .undecided(open.conditions)
        for condition in conditions { match = match.and(try Self.holds(condition, for: request, reading)) }
        return match
    }

    private static func holds(
        _ condition: PolicyCondition, for request: PolicyRequest, _ reading: Reading
    ) throws(ReadingFailure) -> PolicyMatch {
        let match: PolicyMatch
        switch condition.key {
        // Every client and every service of AWS speaks TLS.
        case "aws:securetransport": match = try compare(condition, with: [PolicyText("true")], reading)
        case "aws:sourcearn": match = try source(condition, request, reading)
        case "aws:sourceaccount" where request.isByService:
            // What a service sends for is taken to be of the receiver's account. Where that is not known, an account id in the
            // template is taken to be right: a finding would be wrong nearly always.
            match =
                try request.account.map { account throws(ReadingFailure) in
                    try compare(condition, with: [PolicyText(account)], reading)
                } ?? .yes
        case "iam:passedtoservice", "kms:viaservice":
            guard let service = request.viaService else { return unread(condition) }
            match = try compare(condition, with: names(of: service), reading)
        case "ecs:createaction":
            guard let action = request.createAction else { return unread(condition) }
            match = try compare(condition, with: [PolicyText(action)], reading)
        case "ecs:cluster" where !request.cluster.isEmpty: match = try compare(condition, with: request.cluster, reading)
        case "cloudwatch:namespace" where !request.metricNamespace.isEmpty:
            match = try compare(condition, with: request.metricNamespace, reading)
        default: return unread(condition)
        }
        return condition.isPositive ? match : match.negated
    }

    /// SQS acts as `sqs.eu-west-1.amazonaws.com`, Secrets Manager as `secretsmanager.eu-west-1.amazonaws.com`.
    private static func names(of service: String) -> [PolicyText] {
        guard !service.contains(".") else { return [PolicyText(service)] }
        var text = PolicyText("\(service).")
        text.append(.ignored)
        text.append(".amazonaws.com")
        return [text]
    }

    private static func source(
        _ condition: PolicyCondition, _ request: PolicyRequest, _ reading: Reading
    ) throws(ReadingFailure) -> PolicyMatch {
        guard request.isByService else { return condition.isIfExists ? .yes : .no }
        guard !request.source.isEmpty else { return unread(condition) }
        return try compare(condition, with: request.source, reading)
    }

    private static func compare(
        _ condition: PolicyCondition, with texts: [PolicyText], _ reading: Reading
    ) throws(ReadingFailure) -> PolicyMatch {
        var match = condition.open.isEmpty ? PolicyMatch.no : .undecided(condition.open)
        for value in condition.values where try reading.isTrue(value.presence) {
            for text in texts { match = match.or(value.text.matches(text)) }
        }
        return match
    }

    private static func unread(_ condition: PolicyCondition) -> PolicyMatch {
        .undecided([Reason("a statement holds under a condition on \(condition.key)")])
    }
}

extension PolicyRequest {
    fileprivate var isByService: Bool {
        if case .service? = caller { true } else { false }
    }
}
