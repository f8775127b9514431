/// Instances of an Auto Scaling group that wait for use.
package struct WarmPool: Hashable, Sendable {
    /// How they wait; raw values are those of the API.
    package enum State: String, Sendable, CaseIterable {
        /// Only storage and addresses cost.
        case stopped = "Stopped"
        /// Stopped with their memory on the volume; like stopped ones they cost storage and addresses.
        case hibernated = "Hibernated"
        /// They cost what an instance in use costs.
        case running = "Running"
    }

    /// How the instances wait.
    package let state: State
    /// The fewest instances that wait, 0 or more.
    package let minimumSize: Int
    /// MaxGroupPreparedCapacity; `nil` takes the group's maximum.
    package let maximumPrepared: Int?

    /// Creates a pool; negative sizes count as 0. The defaults are those of EC2 Auto Scaling (API reference,
    /// PutWarmPool).
    package init(state: State = .stopped, minimumSize: Int = 0, maximumPrepared: Int? = nil) {
        self.state = state
        self.minimumSize = max(0, minimumSize)
        self.maximumPrepared = maximumPrepared
    }

    /// The instances that wait: what is missing to the prepared capacity, at least the minimum size; none once the group
    /// wants more than is prepared.
    package func size(desired: Int, groupMaximum: Int) -> Int {
        let prepared = maximumPrepared ?? groupMaximum
        guard desired <= prepared else { return 0 }
        return max(prepared.saturatingSubtracting(desired), minimumSize)
    }
}
