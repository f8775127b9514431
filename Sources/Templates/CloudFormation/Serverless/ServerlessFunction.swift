import Evaluation

/// A function of SAM, with the role, alias, invocation settings and event sources that belong to it.
///
/// Source: "AWS::Serverless::Function" in the SAM specification.
struct ServerlessFunction {
    let written: Resource
    let expansion: ServerlessExpansion
    /// The function's properties with those of `Globals`.
    let properties: Value

    init(_ written: Resource, expansion: ServerlessExpansion) {
        self.written = written
        self.expansion = expansion
        properties = ServerlessGlobals(evaluator: expansion.evaluator).properties(of: written)
    }

    var logicalID: String { written.id.logicalID }
    var origin: Origin { written.body.origin }

    /// Properties that a Lambda function does not have.
    private static let serverlessProperties: Set<String> = [
        "Events", "Policies", "Role", "DeadLetterQueue", "EventInvokeConfig", "AutoPublishAlias",
        "AutoPublishAliasAllProperties", "AutoPublishCodeSha256", "VersionDescription", "VersionDeletionPolicy",
        "DeploymentPreference", "ProvisionedConcurrencyConfig", "FunctionUrlConfig", "AssumeRolePolicyDocument", "RolePath",
        "PermissionsBoundary", "PropagateTags",
    ]

    func resources() -> [Resource] {
        let role = roleID
        let owner = ServerlessEventOwner.function(logicalID, when: written.existence, hasAlias: hasAlias)
        let events = expansion.events(properties.member("Events"), of: owner)
        let invocation = ServerlessInvocation(function: self)
        var made = [function]
        if role != nil { made.append(self.role(events: events, invocation: invocation)) }
        return made + alias + deployment + invocation.resources() + events.flatMap { $0.resources() }
    }

    /// The role that SAM makes; `nil` for a function that surely has one of its own.
    private var roleID: String? {
        properties.member("Role").absence == .never ? nil : logicalID + "Role"
    }

    private var hasAlias: Bool { !properties.member("AutoPublishAlias").isAbsent }

    /// The alias that SAM makes, under a name that the template may refer to: `WorkAliaslive`.
    private var alias: [Resource] {
        let name = properties.member("AutoPublishAlias")
        guard let text = name.knownText else { return [] }
        let function = expansion.reference(logicalID, .identifier, origin: name.origin)
        return [
            expansion.resource(
                "\(logicalID)Alias\(text)", "AWS::Lambda::Alias", when: written.existence,
                properties: .map(["FunctionName": function, "Name": name], origin: name.origin), at: name.origin)
        ]
    }

    /// The deployment group of CodeDeploy that SAM makes, as far as it watches alarms.
    private var deployment: [Resource] {
        let alarms = properties.member("DeploymentPreference").member("Alarms")
        guard hasAlias, !alarms.isAbsent else { return [] }
        let watched = Value.map(["Alarms": alarms], origin: alarms.origin)
        return [
            expansion.resource(
                "\(logicalID)DeploymentGroup", "AWS::CodeDeploy::DeploymentGroup", when: written.existence,
                properties: .map(["AlarmConfiguration": watched], origin: alarms.origin), at: alarms.origin)
        ]
    }

    private var function: Resource {
        let role = properties.member("Role").whenAbsent(
            expansion.reference(logicalID + "Role", .named("Arn"), origin: origin))
        let deadLetters = properties.member("DeadLetterQueue").leavingOut(["Type"])
        let passed = properties.leavingOut(Self.serverlessProperties).adding([
            Value.Member(key: "Role", value: role), Value.Member(key: "DeadLetterConfig", value: deadLetters),
        ])
        let sections = [
            Value.Member(key: "Properties", value: passed),
            Value.Member(key: "Metadata", value: written.body.member("Metadata")),
        ]
        return Resource(
            id: written.id, name: written.name, type: ServerlessTransform.deployedType(of: written.type),
            existence: written.existence,
            body: Value(.map(sections.filter { !$0.value.isAbsent }), origin: origin))
    }

    // MARK: - Role

    /// The role that SAM makes of `Policies`, the dead-letter queue, destinations and events.
    private func role(events: [ServerlessEvent], invocation: ServerlessInvocation) -> Resource {
        let policies = ServerlessPolicies(properties.member("Policies"), expansion: expansion)
        let attached =
            ["AWSLambdaBasicExecutionRole"]
            + (properties.member("VpcConfig").isAbsent ? [] : ["AWSLambdaVPCAccessExecutionRole"])
            + events.compactMap(\.managedPolicy)
        var seen: Set<String> = []
        let managed = attached.filter { seen.insert($0).inserted }.map {
            policies.managedPolicyARN("service-role/\($0)", origin: origin)
        }
        let own = [sendingToDeadLetterQueue] + invocation.grants()
        return expansion.resource(
            logicalID + "Role", "AWS::IAM::Role", when: written.existence.and(properties.member("Role").absence),
            properties: .map(
                [
                    "AssumeRolePolicyDocument": properties.member("AssumeRolePolicyDocument"),
                    "ManagedPolicyArns": policies.managed(behind: managed, origin: origin),
                    "Policies": policies.inline(behind: own, origin: origin),
                ], origin: origin),
            at: origin)
    }

    private var sendingToDeadLetterQueue: Value {
        properties.member("DeadLetterQueue").flatMap { queue in
            guard queue.member("Type").knownText == "SQS" else { return .absent(origin: queue.origin) }
            let statement = expansion.statement(
                allowing: ["sqs:SendMessage"], on: queue.member("TargetArn"), origin: queue.origin)
            return expansion.inlinePolicy([statement], origin: queue.origin)
        }
    }
}
