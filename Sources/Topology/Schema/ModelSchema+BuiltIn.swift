extension ModelSchema {
    /// The model of this release.
    public static let builtIn = ModelSchema(kinds: [
        .queue, .redrive, .redriveAllow, .consumer, .evidence,
        .function, .eventSourceMapping,
        .taskDefinition, .container, .environmentVariable, .secretVariable, .portMapping, .resourceRequirement,
        .service, .placementConstraint, .strategyItem, .cluster, .capacityProviderAssociation, .capacityProvider,
        .scalableTarget, .scheduledAction, .scalingPolicy, .targetTracking, .customizedMetric, .metricQuery,
        .dimension, .stepScaling, .alarm, .compositeAlarm, .metricFilter, .metricTransformation,
        .autoScalingGroup, .launchOverride, .launchTemplate, .blockDevice, .launchInterface,
        .launchConfiguration, .warmPool,
        .logConfiguration, .volume, .efsVolume, .clusterSetting, .agentSettings,
        .metricFormula, .metricPublisher, .stepAdjustment, .groupScalingPolicy,
        .queuePolicy, .topic, .topicPolicy, .subscription, .producer, .queueAccess,
        .eventRule, .eventTarget, .schedule, .pipe, .bucket, .bucketNotification, .bucketNotificationConfiguration,
        .kmsKey, .kmsAlias, .keyPolicy, .secret, .parameter, .logGroup,
        .role, .inlinePolicy, .policy, .statement, .tag,
    ])
}
