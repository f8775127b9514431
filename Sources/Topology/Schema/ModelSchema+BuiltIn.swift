extension ModelSchema {
    /// The model of this release.
    package static let builtIn = ModelSchema(kinds: [
        .queue, .redrive, .redriveAllow, .consumer, .evidence,
        .function, .functionPermission, .eventSourceMapping,
        .taskDefinition, .container, .environmentVariable, .secretVariable, .portMapping, .resourceRequirement,
        .service, .placementConstraint, .strategyItem, .cluster, .accountSetting, .capacityProviderAssociation, .capacityProvider,
        .scalableTarget, .scheduledAction, .scalingPolicy, .targetTracking, .customizedMetric, .metricQuery,
        .dimension, .stepScaling, .alarm, .compositeAlarm, .metricFilter, .metricTransformation,
        .autoScalingGroup, .launchOverride, .launchTemplate, .blockDevice, .launchInterface,
        .launchConfiguration, .warmPool,
        .logConfiguration, .volume, .efsVolume, .clusterSetting, .agentSettings,
        .metricFormula, .metricPublisher, .stepAdjustment, .groupScalingPolicy,
        .queuePolicy, .topic, .topicPolicy, .subscription, .producer, .queueAccess,
        .eventRule, .eventTarget, .schedule, .pipe, .bucket, .bucketNotification, .bucketNotificationConfiguration,
        .kmsKey, .kmsAlias, .keyPolicy, .keyGrant, .secret, .secretPolicy, .parameter, .logGroup,
        .role, .inlinePolicy, .policy, .statement, .tag,
        .roleUse,
        .subnet, .routeTable, .route, .routeTableAssociation, .vpcEndpoint,
        .scheduleExpression,
        .taskNetwork,
        .wrongReference,
        .groupSchedule, .instanceProfile, .instanceRequirements,
    ])
}
