/// What a node of a graph is, in the order in which a graph lists them.
public enum GraphNodeKind: String, Sendable, CaseIterable {
    case queue
    case deadLetterQueue = "dead-letter-queue"
    case bucket
    case topic
    case eventRule = "event-rule"
    case schedule
    case pipe
    case service
    case task
    case function
    case scalableTarget = "scalable-target"
    case scalingPolicy = "scaling-policy"
    case scheduledAction = "scheduled-action"
    case alarm
    case compositeAlarm = "composite-alarm"
    case cluster
    case capacityProvider = "capacity-provider"
    case autoScalingGroup = "auto-scaling-group"
    case groupScalingPolicy = "group-scaling-policy"

    /// The kind in words.
    public var words: String {
        switch self {
        case .autoScalingGroup: "Auto Scaling group"
        case .deadLetterQueue: "dead-letter queue"
        case .groupScalingPolicy: "scaling policy"
        default: rawValue.split(separator: "-").joined(separator: " ")
        }
    }

    /// Whether messages wait in it, dead letters among them.
    public var isQueue: Bool { self == .queue || self == .deadLetterQueue }

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
