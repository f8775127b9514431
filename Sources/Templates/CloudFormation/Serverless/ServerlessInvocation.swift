import Evaluation

/// A function's `EventInvokeConfig`: where the outcome of asynchronous invocations goes.
///
/// Source: "EventInvokeConfiguration" in the SAM specification. A destination without ARN is a queue or topic that SAM makes.
struct ServerlessInvocation {
    let function: ServerlessFunction

    private var settings: Value { function.properties.member("EventInvokeConfig") }
    private var logicalID: String { function.logicalID + "EventInvokeConfig" }
    private var expansion: ServerlessExpansion { function.expansion }
    private static let outcomes = ["OnSuccess", "OnFailure"]

    func resources() -> [Resource] {
        guard !settings.isAbsent else { return [] }
        let destinations = Value(
            .map(
                Self.outcomes.compactMap { outcome in
                    let destination = destination(of: outcome)
                    guard !destination.isAbsent else { return nil }
                    return Value.Member(
                        key: outcome, value: .map(["Destination": destination], origin: destination.origin))
                }), origin: settings.origin)
        let configuration = expansion.resource(
            logicalID, "AWS::Lambda::EventInvokeConfig", when: function.written.existence,
            properties: .map(
                [
                    "FunctionName": expansion.reference(function.logicalID, .identifier, origin: settings.origin),
                    "DestinationConfig": destinations,
                    "MaximumEventAgeInSeconds": settings.member("MaximumEventAgeInSeconds"),
                    "MaximumRetryAttempts": settings.member("MaximumRetryAttempts"),
                ], origin: settings.origin),
            at: settings.origin)
        return [configuration] + Self.outcomes.compactMap(madeDestination)
    }

    /// Policies of the function's role that its destinations need.
    func grants() -> [Value] {
        Self.outcomes.map { outcome in
            let setting = setting(of: outcome)
            guard setting.member("Type").knownText == "SQS" else { return .absent(origin: setting.origin) }
            let statement = expansion.statement(
                allowing: ["sqs:SendMessage"], on: destination(of: outcome), origin: setting.origin)
            return expansion.inlinePolicy([statement], origin: setting.origin)
        }
    }

    private func setting(of outcome: String) -> Value { settings.member(atPath: "DestinationConfig.\(outcome)") }

    private func destination(of outcome: String) -> Value {
        let setting = setting(of: outcome)
        guard let (madeID, type) = made(for: outcome) else { return setting.member("Destination") }
        let attribute: Reference.Attribute = type == "AWS::SQS::Queue" ? .named("Arn") : .identifier
        return setting.member("Destination").whenAbsent(
            expansion.reference(madeID, attribute, origin: setting.origin))
    }

    /// The logical id and type of the queue or topic that SAM makes where no ARN is given.
    private func made(for outcome: String) -> (logicalID: String, type: String)? {
        switch setting(of: outcome).member("Type").knownText {
        case "SQS": ("\(logicalID)\(outcome)Queue", "AWS::SQS::Queue")
        case "SNS": ("\(logicalID)\(outcome)Topic", "AWS::SNS::Topic")
        default: nil
        }
    }

    private func madeDestination(of outcome: String) -> Resource? {
        let setting = setting(of: outcome)
        let absence = setting.member("Destination").absence
        guard let (madeID, type) = made(for: outcome), absence != .never else { return nil }
        return expansion.resource(
            madeID, type, when: function.written.existence.and(absence), properties: .map([:], origin: setting.origin),
            at: setting.origin)
    }
}
