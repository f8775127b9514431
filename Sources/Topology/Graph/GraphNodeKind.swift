/// What a node of a graph is, in the order in which a graph lists them.
package enum GraphNodeKind: String, Sendable, CaseIterable {
    /// An SQS queue that is no other one's dead-letter queue.
    case queue
    /// An SQS queue that gets what another one gives up.
    case deadLetterQueue = "dead-letter-queue"
    case bucket
    case topic
    /// A rule of EventBridge.
    case eventRule = "event-rule"
    /// A schedule of EventBridge Scheduler.
    case schedule
    /// A pipe of EventBridge Pipes.
    case pipe
    /// An ECS service.
    case service
    /// Tasks that no service of the input runs.
    case task
    /// A Lambda function.
    case function
    /// The bounds that Application Auto Scaling keeps a service in.
    case scalableTarget = "scalable-target"
    /// A policy of Application Auto Scaling.
    case scalingPolicy = "scaling-policy"
    /// New bounds of a scalable target at a time of day.
    case scheduledAction = "scheduled-action"
    case alarm
    case compositeAlarm = "composite-alarm"
    case cluster
    case capacityProvider = "capacity-provider"
    case autoScalingGroup = "auto-scaling-group"
    /// A policy of EC2 Auto Scaling.
    case groupScalingPolicy = "group-scaling-policy"

    /// The kind in words.
    package var words: String {
        switch self {
        case .autoScalingGroup: "Auto Scaling group"
        case .deadLetterQueue: "dead-letter queue"
        case .groupScalingPolicy: "scaling policy"
        default: rawValue.split(separator: "-").joined(separator: " ")
        }
    }

    /// Whether messages wait in it, dead letters among them.
    package var isQueue: Bool { self == .queue || self == .deadLetterQueue }

    /// Whether a graph shows it for its own sake; others are shown where something leads to them or from them.
    var isCore: Bool {
        switch self {
        case .queue, .deadLetterQueue, .service, .task, .scalableTarget, .scalingPolicy, .cluster, .capacityProvider,
            .autoScalingGroup:
            true
        default: false
        }
    }
}
