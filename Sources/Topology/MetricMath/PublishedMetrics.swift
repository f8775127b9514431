import Text

/// The metrics that AWS publishes in the namespaces of SQS, ECS and Application Auto Scaling, with the names of their
/// dimensions.
///
/// Sources, read 2026-11: SQS developer guide, "Available CloudWatch metrics for Amazon SQS"; ECS developer guide, "Amazon ECS
/// CloudWatch metrics" and "Amazon ECS Service Connect metrics"; CloudWatch user guide, "Amazon ECS Container Insights metrics"
/// with and without enhanced observability; Application Auto Scaling user guide, "Predictive scaling metrics and dimensions", the
/// only ones of that namespace. Names and dimensions are case-sensitive (CloudWatch user guide, "Metrics").
enum PublishedMetrics {
    /// Sets of names of dimensions that a metric is published with; empty where any will do.
    private typealias DimensionSets = [Set<String>]

    private static let queue: DimensionSets = [["QueueName"]]
    private static let cluster: DimensionSets = [["ClusterName"]]
    private static let service: DimensionSets = [["ClusterName", "ServiceName"]]
    private static let connect: DimensionSets = [
        ["DiscoveryName"], ["DiscoveryName", "ServiceName", "ClusterName"], ["TargetDiscoveryName"],
        ["TargetDiscoveryName", "ServiceName", "ClusterName"],
    ]

    /// Of a predictive scaling policy; the load forecast and the correlation once for each pair of metrics.
    private static let prediction: DimensionSets = [["ResourceId", "ServiceNamespace", "PolicyName", "ScalableDimension"]]
    private static let pairPrediction: DimensionSets = [
        ["ResourceId", "ServiceNamespace", "PolicyName", "ScalableDimension", "PairIndex"]
    ]

    private static func sets(_ names: [String], _ dimensions: DimensionSets) -> [String: DimensionSets] {
        Dictionary(names.map { ($0, dimensions) }, uniquingKeysWith: { first, _ in first })
    }

    private static let namespaces: [String: [String: DimensionSets]] = [
        "AWS/SQS": sets(
            [
                "ApproximateAgeOfOldestMessage", "ApproximateNumberOfGroupsWithInflightMessages",
                "ApproximateNumberOfMessagesDelayed", "ApproximateNumberOfMessagesNotVisible",
                "ApproximateNumberOfMessagesVisible", "NumberOfDeduplicatedSentMessages", "NumberOfEmptyReceives",
                "NumberOfMessagesDeleted", "NumberOfMessagesReceived", "NumberOfMessagesSent", "SentMessageSize",
                "ApproximateNumberOfNoisyGroups", "ApproximateNumberOfMessagesVisibleInQuietGroups",
                "ApproximateNumberOfMessagesNotVisibleInQuietGroups", "ApproximateNumberOfMessagesDelayedInQuietGroups",
                "ApproximateAgeOfOldestMessageInQuietGroups",
            ], queue),
        "AWS/ECS": sets(["CPUUtilization", "MemoryUtilization"], cluster + service)
            .merging(
                sets(["CPUReservation", "MemoryReservation", "GPUReservation"], cluster), uniquingKeysWith: { first, _ in first }
            )
            .merging(sets(["EBSFilesystemUtilization"], service), uniquingKeysWith: { first, _ in first })
            .merging(
                sets(
                    [
                        "ActiveConnectionCount", "NewConnectionCount", "ProcessedBytes", "RequestCount", "GrpcRequestCount",
                        "HTTPCode_Target_2XX_Count", "HTTPCode_Target_3XX_Count", "HTTPCode_Target_4XX_Count",
                        "HTTPCode_Target_5XX_Count", "RequestCountPerTarget", "TargetProcessedBytes", "TargetResponseTime",
                        "ClientTLSNegotiationErrorCount", "TargetTLSNegotiationErrorCount",
                    ], connect), uniquingKeysWith: { first, _ in first }),
        "ECS/ContainerInsights": sets(
            ["RunningTaskCount", "DesiredTaskCount", "PendingTaskCount", "DeploymentCount", "TaskSetCount"], service
        )
        .merging(sets(["ServiceCount", "ContainerInstanceCount"], cluster), uniquingKeysWith: { first, _ in first })
        .merging(
            sets(
                [
                    "TaskCount", "CpuUtilized", "CpuReserved", "MemoryUtilized", "MemoryReserved", "NetworkRxBytes",
                    "NetworkTxBytes", "StorageReadBytes", "StorageWriteBytes", "EphemeralStorageReserved",
                    "EphemeralStorageUtilized", "EBSFilesystemSize", "EBSFilesystemUtilized", "RestartCount",
                    "UnHealthyContainerHealthStatus", "ContainerCpuUtilized", "ContainerCpuReserved",
                    "ContainerCpuUtilization", "ContainerMemoryUtilized", "ContainerMemoryReserved",
                    "ContainerMemoryUtilization", "ContainerNetworkRxBytes", "ContainerNetworkTxBytes",
                    "ContainerStorageReadBytes", "ContainerStorageWriteBytes", "TaskCpuUtilization",
                    "TaskMemoryUtilization", "TaskEphemeralStorageUtilization", "TaskEBSFilesystemUtilization",
                    "instance_cpu_limit", "instance_cpu_reserved_capacity", "instance_cpu_usage_total",
                    "instance_cpu_utilization", "instance_filesystem_utilization", "instance_memory_limit",
                    "instance_memory_reserved_capacity", "instance_memory_utilization", "instance_memory_working_set",
                    "instance_network_total_bytes", "instance_number_of_running_tasks",
                ], []), uniquingKeysWith: { first, _ in first }),
        "AWS/ApplicationAutoScaling": sets(["PredictiveScalingCapacityForecast"], prediction)
            .merging(
                sets(["PredictiveScalingLoadForecast", "PredictiveScalingMetricPairCorrelation"], pairPrediction),
                uniquingKeysWith: { first, _ in first }),
    ]

    /// In this order a namespace is looked for that is meant by a misspelled one.
    private static let spelledNamespaces = ["AWS/SQS", "AWS/ECS", "ECS/ContainerInsights", "AWS/ApplicationAutoScaling"]

    /// Where AWS publishes a metric that is written in a namespace which nothing of AWS publishes it in; `nil` where that is not
    /// sure.
    static func namespace(meantBy namespace: String, metricName: String) -> String? {
        guard !spelledNamespaces.contains(namespace) else {
            guard namespaces[namespace]?[metricName] == nil else { return nil }
            return namespaces[namespace].flatMap { _ in otherNamespace(than: namespace, publishing: metricName) }
        }
        let letters = lettersOnly(namespace)
        let spelled = spelledNamespaces.filter { known in
            let letters = [lettersOnly(known), lettersOnly(known.split(separator: "/").last.map(String.init) ?? known)]
            return letters.contains(lettersOnly(namespace))
        }
        // A namespace of one's own may be called anything; what AWS counts is not published there.
        if let known = spelled.first(where: { namespaces[$0]?[metricName] != nil }) { return known }
        if letters.hasPrefix("aws"), let known = spelled.first { return known }
        guard namespace.hasPrefix("AWS/"), metricName.hasPrefix("Approximate"), namespaces["AWS/SQS"]?[metricName] != nil
        else { return nil }
        return "AWS/SQS"
    }

    /// The dimensions by which the metrics of these namespaces tell queues, services and tasks apart.
    static let commonDimensions: Set<String> = ["QueueName", "ClusterName", "ServiceName", "TaskDefinitionFamily"]

    /// Whether a namespace is written as AWS writes it.
    static func isNamespace(_ namespace: String) -> Bool { spelledNamespaces.contains(namespace) }

    private static func otherNamespace(than namespace: String, publishing metricName: String) -> String? {
        namespaces.keys.sorted().first { $0 != namespace && namespaces[$0]?[metricName] != nil }
    }

    private static func lettersOnly(_ text: String) -> String { text.lowercased().filter(\.isLetter) }

    /// Whether a metric of the name is published; `true` as well in namespaces that are not listed.
    static func knows(_ metricName: String, in namespace: String) -> Bool {
        namespaces[namespace].map { $0[metricName] != nil } ?? true
    }

    /// The published name that a misspelled one is nearest to.
    static func name(meantBy metricName: String, in namespace: String) -> String? {
        guard let metrics = namespaces[namespace] else { return nil }
        let letters = lettersOnly(metricName)
        return metrics.keys.sorted().first { lettersOnly($0) == letters }
            ?? NearestName.closest(to: metricName, among: metrics.keys.sorted())
    }

    /// Whether a metric is published with just these dimensions; `true` as well where that is not listed.
    static func knows(_ metricName: String, in namespace: String, with dimensions: Set<String>) -> Bool {
        guard let sets = namespaces[namespace]?[metricName] else { return true }
        guard !sets.isEmpty else { return namespace != "ECS/ContainerInsights" || dimensions.contains("ClusterName") }
        return sets.contains(dimensions)
    }

    /// The dimensions that a metric is published with, nearest to those written.
    static func dimensions(meantBy dimensions: Set<String>, of metricName: String, in namespace: String) -> String? {
        guard let sets = namespaces[namespace]?[metricName] else { return nil }
        guard let nearest = sets.max(by: { nearness($0, dimensions) < nearness($1, dimensions) }) else { return "ClusterName" }
        return nearest.sorted().joined(separator: " and ")
    }

    private static func nearness(_ set: Set<String>, _ dimensions: Set<String>) -> Int {
        2 * set.intersection(dimensions).count - set.symmetricDifference(dimensions).count
    }
}
