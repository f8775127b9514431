import Capacity
import InstanceCatalog
import Testing

@Suite struct PlacementTests {
    private func planned(
        _ task: TaskDemand, on type: String, daemons: [DaemonDemand] = [.cloudWatchAgent], hostMemoryMiB: Int = 1024,
        trunking: Bool = false
    ) throws -> Placement {
        Placement(
            of: task, on: .planned(try builtInType(type), hostMemoryMiB: hostMemoryMiB, trunking: trunking),
            daemons: daemons)
    }

    private func placed(
        _ task: TaskDemand, on type: String, daemons: [DaemonDemand] = [.cloudWatchAgent], ecsReservedMemoryMiB: Int = 0
    ) throws -> Placement {
        let type = try builtInType(type)
        let memory = InstanceCatalog.builtIn.registeredMemory(of: type)
        return Placement(
            of: task, on: .registered(type, memory: memory, ecsReservedMemoryMiB: ecsReservedMemoryMiB),
            daemons: daemons, memory: .scheduled)
    }

    private let worker = TaskDemand(cpuUnits: 200, memoryMiB: 128)

    @Test func planOfDocument000IsBoundByMemory() throws {
        let placement = try planned(worker, on: "t3a.small")
        #expect(placement.slots == [.memory: 6, .cpu: 9])
        #expect(placement.tasksPerInstance == 6)
        #expect(placement.binding == .memory)
        #expect(placement.slack == [.memory: 0, .cpu: 720])
    }

    @Test func planOnALargerTypeIsBoundByCPU() throws {
        let placement = try planned(worker, on: "m5.large")
        #expect(placement.tasksPerInstance == 9)
        #expect(placement.binding == .cpu)
    }

    @Test func anExactFitIsOneAndAMebibyteMoreIsNone() throws {
        #expect(try planned(TaskDemand(cpuUnits: 200, memoryMiB: 768), on: "t3a.small").tasksPerInstance == 1)
        let tooLarge = try planned(TaskDemand(cpuUnits: 200, memoryMiB: 769), on: "t3a.small")
        #expect(tooLarge.tasksPerInstance == 0)
        #expect(tooLarge.binding == .memory)
    }

    @Test func ecsPlacesWhatTheInstanceRegisters() throws {
        let placement = try placed(worker, on: "t3a.small")
        #expect(placement.slots == [.memory: 12, .cpu: 9])
        #expect(placement.tasksPerInstance == 9)
        #expect(placement.binding == .cpu)
    }

    @Test func reservingMemoryInTheAgentIsTakenOffWhatItRegisters() throws {
        #expect(try placed(worker, on: "t3a.small", ecsReservedMemoryMiB: 1024).tasksPerInstance == 4)
    }

    @Test func softLimitsPlaceMoreThanHardOnes() throws {
        let host = HostOffer(cpuUnits: 2048, memoryMiB: 7984)
        let task = TaskDemand(cpuUnits: 128, memoryMiB: 1024, softMemoryMiB: 512)
        let soft = Placement(of: task, on: host, daemons: [.cloudWatchAgent], memory: .scheduled)
        #expect(soft.slots == [.memory: 15, .cpu: 15])
        #expect(soft.tasksPerInstance == 15)
        #expect(Placement(of: task, on: host, daemons: [.cloudWatchAgent]).tasksPerInstance == 7)
    }

    @Test func windowsIgnoresSoftLimits() {
        let task = TaskDemand(cpuUnits: 128, memoryMiB: 1024, softMemoryMiB: 512, isWindows: true)
        #expect(task.scheduledMemoryMiB == 1024)
    }

    @Test(arguments: [
        ("m5.large", false, 2), ("m5.large", true, 10), ("c5.large", true, 10), ("m5.xlarge", false, 3),
        ("m5.xlarge", true, 20), ("m5.2xlarge", true, 40), ("m5.4xlarge", false, 7), ("m5.4xlarge", true, 60),
        ("m5.16xlarge", false, 14), ("m5.16xlarge", true, 120), ("t3a.small", false, 1), ("t3a.small", true, 1),
    ])
    func networkInterfacesAreThoseOfTheECSTable(type: String, trunking: Bool, slots: Int) throws {
        #expect(try builtInType(type).taskNetworkInterfaces(trunking: trunking) == slots)
    }

    @Test func awsvpcModeIsBoundByInterfaces() throws {
        let task = TaskDemand(cpuUnits: 200, memoryMiB: 128, networkMode: .awsvpc)
        #expect(try planned(task, on: "m5.large").tasksPerInstance == 2)
        #expect(try planned(task, on: "m5.large").binding == .networkInterfaces)
        #expect(try planned(task, on: "m5.large", trunking: true).tasksPerInstance == 9)
        #expect(try planned(task, on: "t3a.small").tasksPerInstance == 1)
        let daemon = DaemonDemand(cpuUnits: 128, memoryMiB: 256, usesNetworkInterface: true)
        #expect(try planned(task, on: "t3a.small", daemons: [daemon]).tasksPerInstance == 0)
    }

    @Test func gpusAreNotShared() throws {
        let task = TaskDemand(cpuUnits: 2048, memoryMiB: 8192, gpus: 3)
        let placement = try planned(task, on: "g4dn.12xlarge")
        #expect(placement.slots == [.memory: 23, .cpu: 23, .gpu: 1])
        #expect(placement.binding == .gpu)
        #expect(try planned(task, on: "m5.4xlarge").tasksPerInstance == 0)
    }

    @Test func fixedPortsAndDistinctInstancesAllowOneTask() throws {
        var task = worker
        task.usesStaticHostPort = true
        #expect(try planned(task, on: "t3a.small").tasksPerInstance == 1)
        #expect(try planned(task, on: "t3a.small").binding == .ports)
        task.networkMode = .awsvpc
        #expect(try planned(task, on: "m5.large").slots[.ports] == nil)
        task = worker
        task.needsDistinctInstance = true
        #expect(try planned(task, on: "t3a.small").binding == .distinctInstance)
    }

    @Test func aSidecarCountsForEachTaskAndADaemonForEachInstance() throws {
        let withSidecar = TaskDemand(cpuUnits: 328, memoryMiB: 384)
        #expect(try planned(withSidecar, on: "t3a.small", daemons: []).slots == [.memory: 2, .cpu: 6])
        #expect(try planned(worker, on: "t3a.small").tasksPerInstance == 6)
    }

    @Test func noReservedCPUDoesNotLimit() throws {
        let placement = try planned(TaskDemand(cpuUnits: 0, memoryMiB: 128), on: "t3a.small")
        #expect(placement.slots == [.memory: 6])
    }

    @Test func anUnknownLimitIsNotGuessed() {
        let host = HostOffer(cpuUnits: 2048, memoryMiB: 4096)
        let task = TaskDemand(cpuUnits: 200, memoryMiB: 128, networkMode: .awsvpc)
        let placement = Placement(of: task, on: host)
        #expect(placement.tasksPerInstance == nil)
        #expect(placement.unknown == [.networkInterfaces])
        let tooLarge = TaskDemand(cpuUnits: 200, memoryMiB: 8192, networkMode: .awsvpc)
        #expect(Placement(of: tooLarge, on: host).tasksPerInstance == 0)
    }

    @Test func daemonsThatAskForMoreThanThereIsLeaveNoRoom() throws {
        let daemon = DaemonDemand(cpuUnits: Int.max, memoryMiB: Int.max)
        #expect(try planned(worker, on: "t3a.small", daemons: [daemon, daemon]).tasksPerInstance == 0)
    }

    @Test func moreMemoryNeverMeansFewerTasks() {
        var last = 0
        for memory in stride(from: 0, through: 20_000, by: 37) {
            let host = HostOffer(cpuUnits: 4096, memoryMiB: memory)
            let tasks = Placement(of: worker, on: host, daemons: [.cloudWatchAgent]).tasksPerInstance ?? -1
            #expect(tasks >= last)
            last = tasks
        }
        #expect(last > 0)
    }

    /// Places tasks one by one and takes each off what is left, as the scheduler does.
    private func placedOneByOne(_ task: TaskDemand, on host: HostOffer, daemon: DaemonDemand) -> Int {
        var cpu = host.cpuUnits - daemon.cpuUnits
        var memory = host.memoryMiB - daemon.memoryMiB
        var interfaces = host.networkInterfaceSlots ?? 0
        var gpus = host.gpus ?? 0
        var tasks = 0
        while cpu >= task.cpuUnits, memory >= task.memoryMiB, gpus >= task.gpus, task.networkMode != .awsvpc || interfaces > 0 {
            cpu -= task.cpuUnits
            memory -= task.memoryMiB
            gpus -= task.gpus
            interfaces -= task.networkMode == .awsvpc ? 1 : 0
            tasks += 1
        }
        return tasks
    }

    @Test func agreesWithASchedulerThatPlacesOneByOne() throws {
        var compared = 0
        for type in InstanceCatalog.builtIn.instanceTypes where type.maximumNetworkInterfaces != nil && type.gpus != nil {
            for (cpu, memory, gpus) in [(128, 256, 0), (200, 5000, 0), (1024, 777, 1)] {
                for mode in [NetworkMode.bridge, .awsvpc] {
                    let task = TaskDemand(cpuUnits: cpu, memoryMiB: memory, gpus: gpus, networkMode: mode)
                    let host = HostOffer.planned(type, hostMemoryMiB: 1024)
                    let tasks = Placement(of: task, on: host, daemons: [.cloudWatchAgent]).tasksPerInstance
                    #expect(tasks == placedOneByOne(task, on: host, daemon: .cloudWatchAgent), "\(type.name)")
                    compared += 1
                }
            }
        }
        #expect(compared > 8000)
    }
}
