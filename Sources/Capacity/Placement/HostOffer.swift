import InstanceCatalog

/// What one instance offers to tasks before daemons take their part.
package struct HostOffer: Hashable, Sendable {
    /// 1024 for each vCPU that the operating system sees.
    package var cpuUnits: Int
    /// Memory for tasks, in MiB.
    package var memoryMiB: Int
    /// How many tasks can have a network interface of their own; `nil` when unknown.
    package var networkInterfaceSlots: Int?
    /// `nil` when unknown.
    package var gpus: Int?
    /// Ports that no further task can have.
    package var takenPorts: Set<HostPort> = HostPort.reserved

    /// Creates an offer. `nil` means unknown, not none.
    package init(cpuUnits: Int, memoryMiB: Int, networkInterfaceSlots: Int? = nil, gpus: Int? = nil) {
        self.cpuUnits = cpuUnits
        self.memoryMiB = memoryMiB
        self.networkInterfaceSlots = networkInterfaceSlots
        self.gpus = gpus
    }

    /// What a plan counts on: nominal memory less what is kept for the host itself.
    package static func planned(_ type: InstanceType, hostMemoryMiB: Int, trunking: Bool = false) -> HostOffer {
        HostOffer(type, memoryMiB: type.memoryMiB.saturatingSubtracting(hostMemoryMiB), trunking: trunking)
    }

    /// What a plan counts on where it keeps what somebody said, or the usual.
    package static func planned(
        _ type: InstanceType, memory: RegisteredMemory, hostMemoryMiB said: Int?, trunking: Bool = false
    ) -> HostOffer {
        planned(type, hostMemoryMiB: HostMemory.kept(said: said, on: memory), trunking: trunking)
    }

    /// What the instance registers with ECS: the memory that Linux sees less `ECS_RESERVED_MEMORY`.
    package static func registered(
        _ type: InstanceType, memory: RegisteredMemory, ecsReservedMemoryMiB: Int = 0, trunking: Bool = false
    ) -> HostOffer {
        HostOffer(type, memoryMiB: memory.mebibytes.saturatingSubtracting(ecsReservedMemoryMiB), trunking: trunking)
    }

    private init(_ type: InstanceType, memoryMiB: Int, trunking: Bool) {
        self.init(
            cpuUnits: type.vcpus.saturatingMultiplied(by: 1024), memoryMiB: memoryMiB,
            networkInterfaceSlots: type.taskNetworkInterfaces(trunking: trunking), gpus: type.gpus)
    }
}

extension InstanceType {
    /// How many tasks can have a network interface of their own; `nil` when the catalog does not know.
    ///
    /// The ECS table comes first; else one less than the instance's interfaces. A type that the table lacks is counted
    /// without trunking, since the figures of the VPC controller are not those of ECS.
    package func taskNetworkInterfaces(trunking: Bool) -> Int? {
        let without = awsvpcTasks ?? maximumNetworkInterfaces.map { max(0, $0.saturatingSubtracting(1)) }
        return trunking ? awsvpcTasksWithTrunking ?? without : without
    }
}
