/// How the containers of a task reach the network; raw values are those of a task definition.
package enum NetworkMode: String, Sendable, CaseIterable {
    /// Docker's own network; ports of the host are mapped.
    case bridge
    /// The instance's own network; every port is one of the host.
    case host
    /// Each task has an elastic network interface of its own.
    case awsvpc
    /// No connection to the outside.
    case none
}
