import Evaluation
import Templates

/// The dimensions of AWS's own metrics that hold the name of a resource.
///
/// Source: "Available CloudWatch metrics" of SQS, ECS, SNS, Lambda and EC2 Auto Scaling; `ECS/ContainerInsights` has those of
/// ECS. What other namespaces mean by these words is up to whoever publishes there.
enum MetricDimensions {
    static let names: Set<String> = [
        "AutoScalingGroupName", "ClusterName", "FunctionName", "QueueName", "ServiceName", "TopicName",
    ]

    /// Whether a metric is one of AWS's own.
    static func areNames(of metric: ObjectID, _ assembly: ModelAssembly) -> Bool {
        guard case .string(let namespace) = assembly.field(.namespace, of: metric).content else { return false }
        return namespace.hasPrefix("AWS/") || namespace.hasPrefix("ECS/")
    }

    /// The value of a metric's dimension as far as it may name something: of AWS's metrics what surely is no name means
    /// nothing. `nil` where the metric has no such dimension.
    static func value(of dimension: String, of metric: ObjectID, _ assembly: ModelAssembly) -> Value? {
        for item in assembly.objects(.dimensions, of: metric).found {
            guard case .string(dimension) = assembly.field(.name, of: item.id).content else { continue }
            let value = assembly.written(.value, of: item.id)
            return areNames(of: metric, assembly) ? ReferenceForms(assembly: assembly).value(value, due: .name) : value
        }
        return nil
    }
}
