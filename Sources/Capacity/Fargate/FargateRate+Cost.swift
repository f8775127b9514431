import InstanceCatalog

extension FargateRate {
    /// GB of ephemeral storage that every task has without charge.
    package static let freeEphemeralGB = 20

    /// US dollars an hour for a task of this size on demand, without storage; `nil` when a rate is missing.
    package func onDemandHour(of size: FargateSize) -> Decimal? {
        vcpuHour.flatMap { vcpu in memoryGBHour.map { Self.hour(of: size, vcpu: vcpu, memoryGB: $0) } }
    }

    /// US dollars an hour for a task of this size on Fargate Spot, without storage; `nil` when a rate is missing.
    package func spotHour(of size: FargateSize) -> Decimal? {
        spotVCPUHour.flatMap { vcpu in spotMemoryGBHour.map { Self.hour(of: size, vcpu: vcpu, memoryGB: $0) } }
    }

    /// US dollars an hour for ephemeral storage of `gigabytes`, of which 20 are free; `nil` when the rate is missing.
    package func ephemeralHour(gigabytes: Int) -> Decimal? {
        let charged = max(0, gigabytes.saturatingSubtracting(Self.freeEphemeralGB))
        return charged == 0 ? .zero : ephemeralGBHour.map { $0 * charged }
    }

    /// US dollars for one run of a task on demand; a run counts by the second and for at least a minute (Linux).
    package func cost(of size: FargateSize, seconds: Int, ephemeralGB: Int = freeEphemeralGB) -> Decimal? {
        onDemandHour(of: size).flatMap { compute in
            ephemeralHour(gigabytes: ephemeralGB).flatMap { ((compute + $0) * max(60, seconds)).divided(by: 3600) }
        }
    }

    private static func hour(of size: FargateSize, vcpu: Decimal, memoryGB: Decimal) -> Decimal {
        let sum = vcpu * size.cpuUnits + memoryGB * size.memoryMiB
        return sum.divided(by: 1024) ?? .zero
    }
}
