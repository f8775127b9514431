import ArgumentParser
import Capacity
import InstanceCatalog

/// The flags of `ecslint cost` that describe a service, its capacity and the prices.
struct CostFlags: ParsableArguments {
    @Option(parsing: .unconditional, help: "CPU of a task: \(TaskQuantity.cpuForm).", transform: CostArgument.cpuUnits)
    var cpu: Int?

    @Option(
        parsing: .unconditional, help: "Hard memory limit of a task: \(TaskQuantity.memoryForm).",
        transform: CostArgument.memory)
    var memory: Int?

    @Option(
        parsing: .unconditional, help: "Memory reservation of a task, which ECS places it by.", transform: CostArgument.memory)
    var softMemory: Int?

    @Option(parsing: .unconditional, help: "Number of tasks: N, MIN:MAX or MIN:DESIRED:MAX.", transform: CostArgument.tasks)
    var tasks: ScalingRange<Int?>?

    @Option(
        help: "Instance type, or several with commas; without it the cheapest are ranked.", completion: .instanceTypes,
        transform: CostArgument.instanceTypes)
    var instanceType: [[String]] = []

    @Option(
        help: "x86_64 (x86, amd64) or arm64 (arm); default: that of the first instance type, else x86_64.",
        transform: CostArgument.architecture)
    var arch: ProcessorArchitecture?

    @Option(parsing: .unconditional, help: "GPUs of a task; default 0.")
    var gpus: Int?

    @Option(help: "Network mode of the task; default bridge.")
    var networkMode: NetworkMode?

    @Flag(help: "The account setting awsvpcTrunking is on.")
    var trunking = false

    @Option(parsing: .unconditional, help: "Availability zones that the tasks are spread over.")
    var zones: Int = 1

    @Option(
        parsing: .unconditional, help: "Memory kept for the host itself; default 1024 MiB, nothing on types of 1 GiB.",
        transform: CostArgument.hostMemory)
    var hostMemory: Int?

    @Option(
        parsing: .unconditionalSingleValue,
        help: "A task on every instance, CPU:MIB; repeatable; 0:0 for none. Default: the CloudWatch agent's 128:256.",
        transform: CostArgument.daemon)
    var daemon: [DaemonDemand] = []

    @Option(parsing: .unconditional, help: "Instances that are always on demand; default 0.")
    var onDemandBase: Int?

    @Option(
        parsing: .unconditional, help: "Percentage on demand above the base, 0 to 100; default 100.",
        transform: CostArgument.percentage)
    var onDemandPercent: Int?

    @Option(parsing: .unconditional, help: "Spot price of an instance in US dollars an hour.", transform: CostArgument.decimal)
    var spotPrice: Decimal?

    @Option(
        parsing: .unconditional, help: "Spot price as a percentage off on demand, 0 to 100.",
        transform: CostArgument.decimalPercentage)
    var spotDiscount: Decimal?

    @Option(parsing: .unconditional, help: "Hours of a month; default 730.", transform: CostArgument.hours)
    var hours: Decimal?

    @Option(
        parsing: .unconditional, help: "targetCapacity of managed scaling, 1 to 100; default 100.",
        transform: CostArgument.percentage)
    var targetCapacity: Int?

    @Flag(
        name: .customLong("idle-cpu"),
        help: "Workers wait most of the time: rank types with CPU credits without the credits that busy workers pay for.")
    var idleCPU = false

    @Option(
        parsing: .unconditional,
        help: "Rank Spot types that are interrupted at most so often within a month, in percent: 5, 10, 15 or 20.",
        transform: CostArgument.percentage)
    var interruptedAtMost: Int?

    @Flag(help: "Set EC2 on demand, Spot, mixed, Fargate and Fargate Spot side by side, on x86 and ARM.")
    var compare = false

    @Option(
        parsing: .unconditional, help: "Messages that arrive, in place of --tasks: 20/s, 600/min or 10000/h.",
        transform: CostArgument.rate)
    var queueRate: Decimal?

    @Flag(help: "The queue is a FIFO queue, whose requests cost more; goes with --queue-rate.")
    var fifo = false

    @Option(
        parsing: .unconditional, help: "Average time for one message: 2, 2s, 500ms, 1min; goes with --queue-rate.",
        transform: CostArgument.duration)
    var processingSeconds: Decimal?

    @Option(
        parsing: .unconditional, help: "The longest that 95 % of the messages should take, waiting and work together: 60s, 5m.",
        transform: CostArgument.duration)
    var latencyGoal: Decimal?

    @Option(help: "How processing times differ: exponential (default), or constant; goes with --latency-goal.")
    var work: WorkDistribution = .exponential

    func validate() throws {
        try validateQueue()
        if let softMemory, let memory, softMemory > memory {
            throw ValidationError("--soft-memory is above --memory; a reservation is at most the hard limit.")
        }
        if spotPrice != nil, spotDiscount != nil {
            throw ValidationError("--spot-price and --spot-discount exclude each other; give one.")
        }
        if let gpus { try check("--gpus", gpus, in: 0...CostLimits.gpus) }
        try check("--zones", zones, in: 1...CostLimits.zones)
        if let onDemandBase { try check("--on-demand-base", onDemandBase, in: 0...CostLimits.tasks) }
        if let onDemandPercent { try check("--on-demand-percent", onDemandPercent, in: 0...100) }
        if let targetCapacity { try check("--target-capacity", targetCapacity, in: 1...100) }
        if let spotDiscount { try check("--spot-discount", spotDiscount, in: 0...100) }
        if let spotPrice { try check("--spot-price", spotPrice, above: 0, upTo: CostLimits.hourlyPrice) }
        if let hours { try check("--hours", hours, above: 0, upTo: CostLimits.hours) }
    }

    private func validateQueue() throws {
        if let queueRate { try check("--queue-rate", queueRate, above: 0, upTo: CostLimits.arrivalRate) }
        if let processingSeconds {
            try check("--processing-seconds", processingSeconds, above: 0, upTo: CostLimits.processingSeconds)
        }
        if let latencyGoal { try check("--latency-goal", latencyGoal, above: 0, upTo: CostLimits.processingSeconds) }
        if queueRate != nil, tasks != nil {
            throw ValidationError("--queue-rate sizes the fleet and --tasks says its size; give one of the two.")
        }
        if queueRate == nil, fifo {
            throw ValidationError("--fifo goes with --queue-rate, such as --queue-rate 20/s.")
        }
        if queueRate == nil, processingSeconds != nil || latencyGoal != nil {
            throw ValidationError("--processing-seconds and --latency-goal go with --queue-rate, such as --queue-rate 20/s.")
        }
        if queueRate != nil, processingSeconds == nil {
            throw ValidationError("--queue-rate needs --processing-seconds, the average time for one message.")
        }
        if let latencyGoal, let processingSeconds, latencyGoal < processingSeconds {
            throw ValidationError(
                "--latency-goal of \(latencyGoal) s is below the \(processingSeconds) s that one message takes; no fleet meets it."
            )
        }
    }

    private func check<Value: Comparable>(_ flag: String, _ value: Value, in range: ClosedRange<Value>) throws {
        guard range.contains(value) else {
            throw ValidationError("\(flag) is \(range.lowerBound) to \(range.upperBound), not \(value).")
        }
    }

    private func check(_ flag: String, _ value: Decimal, above bound: Decimal, upTo limit: Decimal) throws {
        guard value > bound, value <= limit else {
            throw ValidationError("\(flag) is above \(bound) and at most \(limit), not \(value).")
        }
    }
}

extension NetworkMode: ExpressibleByArgument {}
extension WorkDistribution: ExpressibleByArgument {}
