/// Every field that some kind of the model has, once: Swift code names fields by these cases, so that a slip of the pen does
/// not compile. Rule files and fixtures write ``name``.
///
/// The cases stand in the order of the table in `Schema`: after a kind's line come the fields that no kind before it has.
package enum FieldKey: UInt16, CaseIterable, Sendable {
    case name, queueName, visibilityTimeout, messageRetentionPeriod, delaySeconds, receiveMessageWaitTimeSeconds,
        maximumMessageSize, kmsDataKeyReusePeriodSeconds, isFifo, isContentBasedDeduplication, sqsManagedSseEnabled,
        kmsMasterKeyId, redrive, redriveAllow, isDeadLetterQueue, isNamedLikeDeadLetterQueue, deadLetterSources,
        consumers, deduplicationScope, fifoThroughputLimit, ownStatements, isVisibilityTimeoutWritten, nameEndsInFifo,
        key, usesAwsManagedKey, usesCustomerKey, policyStatements, deniesPlainTransport, producers, alarms
    case deadLetterQueue, maxReceiveCount
    case redrivePermission, sourceQueues
    case queue, service, function, isFunction, evidence, processingSeconds, averageProcessingSeconds,
        expectedProcessingSeconds, isAverageTimeDeclared, arrivalRate, messagesPerReceive, concurrency,
        extendsVisibility, usesSpot, pipe, peakArrivalRate, latencyGoalSeconds, isProcessingTimeDeclared, stopTimeout
    case kind, summary
    case functionName, environment, tags, timeout, role, shortestScheduleSeconds, permissions
    case qualifier, action, principal, sourceArn, sourceAccount, principalOrganisation
    case isEnabled, batchSize
    case family, cpu, memory, networkMode, requiresCompatibilities, cpuArchitecture, operatingSystemFamily,
        ephemeralStorageGiB, containers, taskRole, executionRole, services, pidMode, ipcMode, volumes,
        placementConstraints, usesOneRole, longestStopTimeout, isConsumer
    case image, memoryReservation, essential, secrets, portMappings, resourceRequirements, privileged,
        readonlyRootFilesystem, initProcessEnabled, logConfiguration, firelensType, imageTag, isImagePinned
    case value, credential
    case valueFrom, secret, parameter, mayBeRead
    case containerPort, hostPort
    case type
    case serviceName, cluster, taskDefinition, desiredCount, launchType, schedulingStrategy, capacityProviderStrategy,
        effectiveStrategy, minimumHealthyPercent, maximumPercent, assignPublicIp, hasLoadBalancer, isOnFargate,
        scalableTarget, consumedQueues, autoScalingGroups, maxTasks, deploymentController, isCircuitBreakerOn,
        enableExecuteCommand, hasNetworkConfiguration, subnets, consumptions, queueAccess, provenQueues, minTasks,
        isSpotOnly, isDesiredCountIgnored, mayProtectTasks
    case capacityProvider, base, weight, isFargateSpot, autoScalingGroup, isSpot, isFargate, isManagedInstances
    case clusterName, capacityProviders, defaultStrategy, settings, containerInsights, executeCommandLogging,
        stoppedTaskRules
    case settingName
    case providerName, hasManagedScaling, isManagedScalingOn, managedScalingStatus, targetCapacity,
        minimumScalingStepSize, maximumScalingStepSize, instanceWarmupPeriod, managedTerminationProtection,
        managedDraining
    case minCapacity, maxCapacity, resourceId, serviceNamespace, scalableDimension, isForService, policies,
        scheduledActions, isRoleServiceLinked
    case schedule, shortestIntervalSeconds
    case policyType, scalingTargetId, targetTracking, step, watchedQueues, canLeaveZero
    case targetValue, scaleInCooldown, scaleOutCooldown, disableScaleIn, predefinedMetric, customizedMetric
    case namespace, metricName, statistic, dimensions, queries, formula
    case id, expression, returnData, stat, period, publishers
    case adjustmentType, cooldown, minAdjustmentMagnitude, metricAggregationType, steps
    case alarmName, threshold, evaluationPeriods, actions, comparisonOperator, actionsEnabled, datapointsToAlarm,
        treatMissingData, okActions, longestPeriod, topics, scalingPolicies, compositeAlarms, eventRules
    case rule
    case logGroup, transformations
    case groupName, minSize, maxSize, desiredCapacity, launchTemplate, launchConfiguration, isMixed,
        onDemandBaseCapacity, onDemandPercentageAboveBaseCapacity, hasDistributionSegments, overrides, instanceTypes,
        ecsReservedMemory, daemons, newInstancesProtectedFromScaleIn, availabilityZones, clusters, agent, httpTokens,
        metadataHopLimit
    case instanceType, weightedCapacity
    case templateName, marketType, detailedMonitoring, coreCount, threadsPerCore, userData, blockDevices,
        networkInterfaces, httpPutResponseHopLimit, httpEndpoint, userDataCredentials
    case volumeSizeGiB, volumeType, iops, throughputMiBps, encrypted
    case associatePublicIpAddress
    case configurationName, spotPrice
    case maxGroupPreparedCapacity, poolState
    case logDriver, group, region, streamPrefix, createsGroup, secretOptions
    case hostPath, efs
    case fileSystemId, transitEncryption, iam
    case isVisible, hasUserData, setsCluster, isSpotDrainingOn, blocksTaskMetadata, setsReservedMemory, reservedMemory
    case metrics, dividends, divisors, isBareMessageCount, countsMessages, countsWaiting, countsInFlight,
        dividesByTasks, worksAtZeroTasks, worksWithoutTaskData, queues
    case metricFilter, mayPublish
    case lowerBound, upperBound, adjustment
    case isManagedByECS
    case statements
    case topicName, ownSubscriptions, subscriptions, isAlarmTarget, isEventTarget
    case topic, `protocol`, endpoint, mayInvoke
    case isService, maySend, mayUseKey
    case mayReceive, mayDelete, mayChangeVisibility, mayDecrypt
    case ruleName, scheduleExpression, state, sources, detailTypes, lastStatuses, buckets, alarmResources, hasPattern,
        ownTargets, targets
    case origin, eventRule, arn, messageGroupId, isTask, taskCount, mayRunTask, mayPassRoles, runSeconds
    case scheduleName, timeZone, target
    case pipeName, sourceQueue, source, targetArn
    case bucketName, ownQueueNotifications, ownTopicNotifications, ownFunctionNotifications,
        hasEventBridgeConfiguration, eventBridgeEnabled, notifications, isEventBridgeOn
    case events
    case bucket, queueNotifications, topicNotifications, functionNotifications
    case aliasName
    case operations
    case secretName, kmsKeyId
    case parameterName
    case logGroupName, retentionInDays
    case roleName, managedPolicies, path, trustStatements, trustedServices, isTaskRole
    case roles
    case effect, resources, sid, notActions, notResources, isPublic, isOnEveryResource, grantsEveryQueueAction,
        concernsQueues
    case uses, servicePrincipal, purpose, consequence, mayAssume
    case makesGroup, mayCreateGroup
    case isAssociated, strategyItems
    case isInECR
    case capacityOptionType, availabilityZoneRebalancing, deploymentStrategy
    case propagateTags, setsTags, tagsTasks, mayTagTasks
    case lacksWayOut, subnet, routeTable, ownRoutes, destination, gateway
    case isTargetWritten, isCountWritten, otherKeys, inputHasAlarms
    case isConfirmed, handsOver, reservedConcurrency, maximumConcurrency, batchingWindowSeconds,
        hasProvisionedPollers
    case isFedFifo, waitsForPolicy
    case mayPassTaskRole, mayPassExecutionRole, emptyGroup, mayGetAttributes, mayStartTarget
    case scheduleError
    case enrichment, functionInvocation, workflowInvocation
    case hasOtherScaler
    case namesService, misplacedService
    case feedsFifoQueue
    case property, given, due, isDimension, advice
    case messagesToLeaveZero, isStartedWhenOK, risesWithLoad, isBacklogPerTask
    case isReferredTo
    case namespaceMeant, isMetricNameKnown, metricNameMeant, areDimensionsKnown, dimensionsMeant
    case servesTasks, canGrow, hasInstanceProfile, instanceRole, mayRegister, groupSchedules
    case instanceProfile, profileName, imageId, isUserDataEncoded
    case recurrence
    case portProtocol, managedProvider
    case requirements, vcpuLeast, vcpuMost, memoryLeastMiB, memoryMostMiB, acceleratorLeast, acceleratorMost,
        allowedInstanceTypes, excludedInstanceTypes, burstablePerformance, bareMetal
    case platformVersion, bakeTimeMinutes, stopsByAlarms, isScaleInSuspended, isScaleOutSuspended, isScheduleSuspended,
        forecastMode

    private static let names = allCases.map { String(describing: $0) }
    private static let keys = Dictionary(uniqueKeysWithValues: zip(names, allCases))

    /// As rules call it: `visibilityTimeout`.
    package var name: String { Self.names[index] }

    /// Its place among all cases.
    var index: Int { Int(rawValue) }

    /// The field of a name that a rule file or a fixture writes; `nil` for a name that no kind has.
    package init?(name: String) {
        guard let key = Self.keys[name] else { return nil }
        self = key
    }
}
