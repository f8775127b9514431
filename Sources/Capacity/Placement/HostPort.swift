/// A port of an instance that a container asks for.
package struct HostPort: Hashable, Sendable, Comparable {
    /// 1...65535.
    package let number: Int
    /// Whether it is a UDP port; the two protocols count their ports apart (Amazon ECS agent, `ToHostResources`).
    package let isUDP: Bool

    /// Creates a port.
    package init(_ number: Int, isUDP: Bool = false) {
        self.number = number
        self.isUDP = isUDP
    }

    /// By number, TCP first.
    package static func < (left: HostPort, right: HostPort) -> Bool {
        left.number != right.number ? left.number < right.number : !left.isUDP && right.isUDP
    }

    /// The ports that every instance keeps for SSH, Docker and the agent: a task that asks for one is never placed
    /// (Amazon ECS agent, `getResources`).
    package static let reserved: Set<HostPort> = Set([22, 2375, 2376, 51_678, 51_679].map { HostPort($0) })
}
