import Testing

@testable import Topology

/// What AWS publishes under which names.
@Suite struct PublishedMetricsTests {
    @Test(
        arguments: [
            ("SQS", "ApproximateNumberOfMessagesVisible", "AWS/SQS"), ("aws/sqs", "NumberOfMessagesSent", "AWS/SQS"),
            ("AWS/ECS", "RunningTaskCount", "ECS/ContainerInsights"), ("AWS/SNS", "ApproximateAgeOfOldestMessage", "AWS/SQS"),
            ("ContainerInsights", "RunningTaskCount", "ECS/ContainerInsights"),
            ("AWS/EC2", "CPUUtilization", nil), ("Jobs", "ApproximateNumberOfMessagesVisible", nil), ("SQS", "Depth", nil),
            ("AWS/SQS", "ApproximateNumberOfMessageVisible", nil), ("ContainerInsights", "pod_cpu_utilization", nil),
            ("AWS/SNS", "NumberOfMessagesPublished", nil),
        ] as [(String, String, String?)])
    func aNamespaceIsMeant(_ namespace: String, _ name: String, _ meant: String?) {
        #expect(PublishedMetrics.namespace(meantBy: namespace, metricName: name) == meant)
    }

    @Test func namesAreCaseSensitive() {
        #expect(PublishedMetrics.knows("NumberOfEmptyReceives", in: "AWS/SQS"))
        #expect(!PublishedMetrics.knows("numberOfEmptyReceives", in: "AWS/SQS"))
        #expect(PublishedMetrics.name(meantBy: "numberOfEmptyReceives", in: "AWS/SQS") == "NumberOfEmptyReceives")
        #expect(PublishedMetrics.knows("Anything", in: "Jobs"))
        #expect(!PublishedMetrics.knows("RunningTaskCount", in: "AWS/ApplicationAutoScaling"))
        #expect(PublishedMetrics.knows("PredictiveScalingMetricPairCorrelation", in: "AWS/ApplicationAutoScaling"))
    }

    @Test(arguments: [
        ("AWS/SQS", "NumberOfMessagesSent", ["QueueName"], true), ("AWS/SQS", "NumberOfMessagesSent", [], false),
        ("AWS/ECS", "CPUUtilization", ["ClusterName"], true), ("AWS/ECS", "CPUUtilization", ["ServiceName"], false),
        ("ECS/ContainerInsights", "RunningTaskCount", ["ClusterName"], false),
        ("ECS/ContainerInsights", "CpuUtilized", ["ClusterName", "TaskDefinitionFamily"], true),
        ("ECS/ContainerInsights", "CpuUtilized", ["ServiceName"], false),
        ("Jobs", "Depth", ["Queue"], true),
        (
            "AWS/ApplicationAutoScaling", "PredictiveScalingCapacityForecast",
            ["ResourceId", "ServiceNamespace", "PolicyName", "ScalableDimension"], true
        ),
        ("AWS/ApplicationAutoScaling", "PredictiveScalingLoadForecast", ["ResourceId", "PolicyName"], false),
    ])
    func dimensionsMustBeJustThose(_ namespace: String, _ name: String, _ dimensions: [String], _ expected: Bool) {
        #expect(PublishedMetrics.knows(name, in: namespace, with: Set(dimensions)) == expected)
    }
}
