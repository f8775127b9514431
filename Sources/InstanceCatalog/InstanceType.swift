/// An EC2 instance type as the EC2 API describes it; `nil` wherever the catalog does not know.
package struct InstanceType: Hashable, Sendable {
    /// The name, such as `t3a.small`.
    package let name: String
    /// vCPUs that the operating system sees with default CPU options.
    package let vcpus: Int
    /// Nominal memory in MiB; what an instance registers with ECS is less (`InstanceCatalog.registeredMemory(of:)`).
    package let memoryMiB: Int
    /// The instruction set of the processors; the 64-bit one where a type has a 32-bit one as well.
    package let architecture: ProcessorArchitecture?
    /// Whole GPUs; 0 for the fractional ones of the g6f family, as in the EC2 API.
    package let gpus: Int?
    /// Memory of all GPUs together in MiB.
    package let gpuMemoryMiB: Int?
    /// Whether the instance is a whole machine without a hypervisor.
    package let isBareMetal: Bool?
    /// Whether it earns and spends CPU credits, as the t families do.
    package let isBurstable: Bool?
    /// Whether EC2 sells it as Spot; carried from import to table.
    let offersSpot: Bool?
    /// Elastic network interfaces of the instance, its own primary one among them.
    package let maximumNetworkInterfaces: Int?
    /// Whether the hardware has trunk interfaces at all, as the VPC controller's list says.
    package let supportsTrunking: Bool?
    /// Tasks with a network interface of their own, from the ECS table (it ends in June 2023) or worked out for later types.
    package let awsvpcTasks: Int?
    /// The same with the account setting `awsvpcTrunking`.
    package let awsvpcTasksWithTrunking: Int?
    /// Whether the two limits above stand in no document of ECS: they follow from the type's branch interfaces by the relation
    /// that nearly all documented types keep (9 to 10, 18 to 20, 38 to 40, 54 to 60 …).
    package let awsvpcTasksAreWorkedOut: Bool

    init?(_ row: CatalogRow) {
        guard let vcpus = row.integer(1), let memory = row.integer(2) else { return nil }
        name = row.key
        self.vcpus = vcpus
        memoryMiB = memory
        architecture = row.text(3).flatMap(ProcessorArchitecture.init(rawValue:))
        gpus = row.integer(4)
        gpuMemoryMiB = row.integer(5)
        isBareMetal = row.flag(6)
        isBurstable = row.flag(7)
        offersSpot = row.flag(8)
        maximumNetworkInterfaces = row.integer(9)
        supportsTrunking = row.flag(10)
        awsvpcTasks = row.integer(11)
        awsvpcTasksWithTrunking = row.integer(12)
        awsvpcTasksAreWorkedOut = row.flag(15) ?? false
    }

    /// A type that the catalog does not hold, for tests and for types that a user describes.
    package init(
        name: String, vcpus: Int, memoryMiB: Int, architecture: ProcessorArchitecture? = nil, gpus: Int? = nil,
        gpuMemoryMiB: Int? = nil, isBareMetal: Bool? = nil, isBurstable: Bool? = nil, offersSpot: Bool? = nil,
        maximumNetworkInterfaces: Int? = nil, supportsTrunking: Bool? = nil, awsvpcTasks: Int? = nil,
        awsvpcTasksWithTrunking: Int? = nil, awsvpcTasksAreWorkedOut: Bool = false
    ) {
        self.name = name
        self.vcpus = vcpus
        self.memoryMiB = memoryMiB
        self.architecture = architecture
        self.gpus = gpus
        self.gpuMemoryMiB = gpuMemoryMiB
        self.isBareMetal = isBareMetal
        self.isBurstable = isBurstable
        self.offersSpot = offersSpot
        self.maximumNetworkInterfaces = maximumNetworkInterfaces
        self.supportsTrunking = supportsTrunking
        self.awsvpcTasks = awsvpcTasks
        self.awsvpcTasksWithTrunking = awsvpcTasksWithTrunking
        self.awsvpcTasksAreWorkedOut = awsvpcTasksAreWorkedOut
    }

    /// The type with what it leaves open taken from an older description: EC2 does not tell the limits of ECS.
    func filled(from older: InstanceType?) -> InstanceType {
        guard let older else { return self }
        return InstanceType(
            name: name, vcpus: vcpus, memoryMiB: memoryMiB, architecture: architecture ?? older.architecture,
            gpus: gpus ?? older.gpus, gpuMemoryMiB: gpuMemoryMiB ?? older.gpuMemoryMiB,
            isBareMetal: isBareMetal ?? older.isBareMetal, isBurstable: isBurstable ?? older.isBurstable,
            offersSpot: offersSpot ?? older.offersSpot,
            maximumNetworkInterfaces: maximumNetworkInterfaces ?? older.maximumNetworkInterfaces,
            supportsTrunking: supportsTrunking ?? older.supportsTrunking, awsvpcTasks: awsvpcTasks ?? older.awsvpcTasks,
            awsvpcTasksWithTrunking: awsvpcTasksWithTrunking ?? older.awsvpcTasksWithTrunking,
            awsvpcTasksAreWorkedOut: awsvpcTasksWithTrunking == nil ? older.awsvpcTasksAreWorkedOut : awsvpcTasksAreWorkedOut)
    }

    /// The same type with another number of vCPUs, as CPU options of a launch template set it.
    package func with(vcpus: Int) -> InstanceType {
        InstanceType(
            name: name, vcpus: vcpus, memoryMiB: memoryMiB, architecture: architecture, gpus: gpus, gpuMemoryMiB: gpuMemoryMiB,
            isBareMetal: isBareMetal, isBurstable: isBurstable, offersSpot: offersSpot,
            maximumNetworkInterfaces: maximumNetworkInterfaces, supportsTrunking: supportsTrunking, awsvpcTasks: awsvpcTasks,
            awsvpcTasksWithTrunking: awsvpcTasksWithTrunking, awsvpcTasksAreWorkedOut: awsvpcTasksAreWorkedOut)
    }
}
