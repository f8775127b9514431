/// How the containers of a task reach the network; raw values are those of a task definition.
public enum NetworkMode: String, Sendable, CaseIterable {
    case bridge
    case host
    /// Each task has an elastic network interface of its own.
    case awsvpc
    case none
}
