extension ModelSchema {
    /// The model of this release.
    public static let builtIn = ModelSchema(kinds: [
        .queue, .redrive, .redriveAllow, .consumer, .evidence,
        .function, .eventSourceMapping,
        .taskDefinition, .container, .environmentVariable, .secretVariable, .portMapping, .resourceRequirement,
        .service, .placementConstraint, .strategyItem, .cluster, .capacityProviderAssociation, .capacityProvider,
        .scalableTarget, .scheduledAction, .scalingPolicy, .targetTracking, .customizedMetric, .metricQuery,
        .dimension, .stepScaling, .alarm,
        .autoScalingGroup, .launchOverride, .launchTemplate, .blockDevice, .launchInterface,
        .launchConfiguration, .warmPool,
        .role, .inlinePolicy, .policy, .statement, .tag,
    ])
}
