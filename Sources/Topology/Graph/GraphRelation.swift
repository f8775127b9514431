/// How one node of a graph bears on another, in the order in which a reader follows a message.
package enum GraphRelation: String, Sendable, CaseIterable {
    /// A producer puts messages into a queue or a topic.
    case sends
    /// A queue's messages go to a worker.
    case feeds
    /// A queue's redrive policy, a function or a target gives up messages to a queue.
    case deadLetters = "dead-letters"
    /// A rule, a schedule or a pipe starts a task or calls a function.
    case starts
    /// A service runs a task definition that stands in the graph for itself.
    case runs
    /// A scalable target bounds a service.
    case scales
    /// A policy moves a scalable target or a group.
    case moves
    /// A scheduled action sets a scalable target's bounds.
    case schedules
    /// An alarm starts a policy.
    case triggers
    /// A metric of a queue decides.
    case watches
    /// A worker publishes the metric that a policy watches.
    case publishes
    /// An alarm sends its state to a topic.
    case notifies
    /// A service's tasks run on instances of a capacity provider or of a group.
    case placedOn = "placed-on"
    /// A service runs in a cluster.
    case inCluster = "in-cluster"
    /// A cluster has a capacity provider or a group's instances.
    case offers
    /// A capacity provider starts the instances of a group.
    case madeOf = "made-of"
    /// A cluster's stopped tasks, or an alarm's state, fire an event rule or decide a composite alarm.
    case reports

    /// Words between the node that it starts at and the one that it leads to.
    package var words: String {
        switch self {
        case .sends: "sends to"
        case .feeds: "is received by"
        case .deadLetters: "has dead letters go to"
        case .starts, .triggers: "starts"
        case .runs: "runs"
        case .scales: "scales"
        case .moves: "moves"
        case .schedules: "sets the bounds of"
        case .watches: "watches"
        case .publishes: "publishes the metric of"
        case .notifies: "notifies"
        case .placedOn: "is placed on"
        case .inCluster: "is in"
        case .offers: "offers"
        case .madeOf: "is made of"
        case .reports: "reports to"
        }
    }

    /// Words the other way round.
    package var wordsBackwards: String {
        switch self {
        case .sends: "gets messages from"
        case .feeds: "receives from"
        case .deadLetters: "gets the dead letters of"
        case .starts, .triggers: "is started by"
        case .runs: "is run by"
        case .scales: "is scaled by"
        case .moves: "is moved by"
        case .schedules: "has its bounds set by"
        case .watches: "is watched by"
        case .publishes: "has its metric published by"
        case .notifies: "is notified by"
        case .placedOn: "hosts"
        case .inCluster: "holds"
        case .offers: "is offered by"
        case .madeOf: "makes"
        case .reports: "hears from"
        }
    }
}
