import InstanceCatalog

/// Which sizes Fargate has for a task.
package struct FargateSizing: Sendable {
    /// Every legal size, by CPU, then memory.
    package let sizes: [FargateSize]

    /// Creates a sizing of a catalog's legal sizes.
    package init(sizes: [FargateSize]) {
        self.sizes = sizes
    }

    /// Whether ECS accepts the pair; it never rounds.
    package func isLegal(cpuUnits: Int, memoryMiB: Int, isWindows: Bool = false) -> Bool {
        sizes.contains { $0.cpuUnits == cpuUnits && $0.memoryMiB == memoryMiB && (!isWindows || $0.supportsWindows) }
    }

    /// The cheapest legal size with at least this CPU and memory; `nil` when the task is larger than the largest.
    ///
    /// Without a rate the sizes are ranked by CPU, then memory, which is the order of their prices in every region.
    package func cheapest(cpuUnits: Int, memoryMiB: Int, isWindows: Bool = false, rate: FargateRate?) -> FargateSize? {
        let fitting = sizes.filter {
            $0.cpuUnits >= cpuUnits && $0.memoryMiB >= memoryMiB && (!isWindows || $0.supportsWindows)
        }
        guard let rate else {
            return fitting.min { ($0.cpuUnits, $0.memoryMiB) < ($1.cpuUnits, $1.memoryMiB) }
        }
        return fitting.min { left, right in
            let leftPrice = rate.onDemandHour(of: left) ?? rate.spotHour(of: left) ?? 0
            let rightPrice = rate.onDemandHour(of: right) ?? rate.spotHour(of: right) ?? 0
            return leftPrice != rightPrice
                ? leftPrice < rightPrice : (left.cpuUnits, left.memoryMiB) < (right.cpuUnits, right.memoryMiB)
        }
    }
}
