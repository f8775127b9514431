/// Every kind of thing in the model, in the order of the table in `Schema`: Swift code names kinds by these cases, so that a
/// slip of the pen does not compile. Rule files and fixtures write ``name``.
package enum Kind: UInt8, CaseIterable, Sendable {
    case queue, redrive, redriveAllow, consumer, evidence, function, functionPermission, eventSourceMapping,
        taskDefinition, container, environmentVariable, secretVariable, portMapping, resourceRequirement, service,
        placementConstraint, strategyItem, cluster, accountSetting, capacityProviderAssociation, capacityProvider,
        scalableTarget, scheduledAction, scalingPolicy, targetTracking, customizedMetric, metricQuery, dimension,
        stepScaling, alarm, compositeAlarm, metricFilter, metricTransformation, autoScalingGroup, launchOverride,
        launchTemplate, blockDevice, launchInterface, launchConfiguration, warmPool, logConfiguration, volume,
        efsVolume, clusterSetting, agentSettings, metricFormula, metricPublisher, stepAdjustment, groupScalingPolicy,
        queuePolicy, topic, topicPolicy, subscription, producer, queueAccess, eventRule, eventTarget, schedule, pipe,
        bucket, bucketNotification, bucketNotificationConfiguration, kmsKey, kmsAlias, keyPolicy, keyGrant, secret,
        secretPolicy, parameter, logGroup, role, inlinePolicy, policy, statement, tag
    case roleUse
    case subnet, routeTable, route, routeTableAssociation, vpcEndpoint
    case scheduleExpression
    case taskNetwork
    case wrongReference
    case groupSchedule, instanceProfile
    case instanceRequirements

    private static let names = allCases.map { String(describing: $0) }
    private static let kinds = Dictionary(uniqueKeysWithValues: zip(names, allCases))

    /// As rules call it: `queue`.
    package var name: String { Self.names[index] }

    /// Its place among all cases.
    var index: Int { Int(rawValue) }

    /// The kind of a name that a rule file or a fixture writes; `nil` for a name that the model does not have.
    package init?(name: String) {
        guard let kind = Self.kinds[name] else { return nil }
        self = kind
    }
}
