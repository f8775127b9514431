import Capacity
import InstanceCatalog
import Text

extension CostFlags {
    /// The question that the flags ask without a template; throws where a flag is missing or names a type or region that
    /// the catalog does not hold.
    func request(catalog: InstanceCatalog, region: String?) throws -> CostRequest {
        let sizing = try sizing()
        var request = CostRequest(
            services: try services(catalog: catalog, sizing: sizing), region: try Self.choice(of: region, in: catalog),
            hoursPerMonth: hours ?? 730)
        request.assumptions = request.services.isEmpty ? [] : assumptions
        request.sizing = sizing
        request.comparesPurchases = compare
        request.workersIdle = idleCPU
        request.mostInterruptedPercent = interruptedAtMost
        return request
    }

    /// Only a question about the size of a fleet may leave the task out.
    private func services(catalog: InstanceCatalog, sizing: FleetSizing?) throws -> [ServiceCostRequest] {
        if sizing != nil, cpu == nil, memory == nil { return [] }
        guard let cpu, let memory, let tasks = tasks ?? sizing?.tasks else {
            throw CommandFailure("Say what runs: --cpu, --memory and --tasks, such as --cpu 512 --memory 1GB --tasks 40.")
        }
        let typeNames = instanceType.flatMap { $0 }
        let types = try typeNames.map { try known($0, in: catalog) }
        let task = TaskDemand(
            cpuUnits: cpu, memoryMiB: memory, softMemoryMiB: softMemory, gpus: gpus ?? 0,
            architecture: try architecture(of: types), networkMode: networkMode ?? .bridge)
        var service = ServiceCostRequest(
            name: "worker", task: task, tasks: tasks, capacity: .ec2(capacity(on: typeNames)))
        service.queue = sizing.map {
            QueueUse(
                arrivalRate: $0.demand.arrivalRate, processingSeconds: $0.demand.processingSeconds, waitSeconds: 20, isFIFO: fifo)
        }
        return [service]
    }

    private func sizing() throws -> FleetSizing? {
        guard let queueRate, let processingSeconds else { return nil }
        do {
            var demand = QueueDemand(
                arrivalRate: queueRate, processingSeconds: processingSeconds, latencyGoalSeconds: latencyGoal)
            demand.work = work
            return try FleetSizing(demand)
        } catch {
            throw CommandFailure(error.explanation)
        }
    }

    static func choice(of region: String?, in catalog: InstanceCatalog) throws -> RegionChoice {
        guard let region else { return .assumed }
        guard catalog.knows(region: region) else {
            let question = NearestName.question(for: region, among: catalog.regions)
            throw CommandFailure(
                "The catalog has no prices for the region '\(region)'. "
                    + (question ?? "It knows \(catalog.regions.joined(separator: ", "))."))
        }
        return RegionChoice(name: region, origin: .flag)
    }

    private func architecture(of types: [InstanceType]) throws -> ProcessorArchitecture {
        guard let arch else { return types.first?.architecture ?? .x86_64 }
        for type in types {
            if let other = type.architecture, other != arch {
                throw CommandFailure("\(type.name) is \(other.rawValue), but --arch says \(arch.rawValue).")
            }
        }
        return arch
    }

    private func capacity(on typeNames: [String]) -> EC2Capacity {
        EC2Capacity(
            instances: typeNames.isEmpty ? .cheapest(10) : .named(typeNames),
            distribution: distribution ?? .onDemand,
            spot: spot, daemons: daemon.isEmpty ? [.cloudWatchAgent] : daemon, hostMemoryMiB: hostMemory,
            trunking: trunking, zones: zones, targetCapacityPercent: targetCapacity ?? 100)
    }

    /// How the flags share a group between on demand and Spot; `nil` where they say nothing.
    var distribution: InstanceDistribution? {
        guard onDemandBase != nil || onDemandPercent != nil else { return nil }
        return InstanceDistribution(onDemandBase: onDemandBase ?? 0, onDemandPercent: onDemandPercent ?? 100)
    }

    var spot: SpotPricing { spotPrice.map(SpotPricing.price) ?? spotDiscount.map(SpotPricing.discount) ?? .catalog }

    private var assumptions: [String] {
        var result: [String] = []
        if hostMemory == nil {
            result.append(
                "\(HostMemory.usualMiB) MiB of every instance are kept for the host itself (--host-memory); nothing on types of 1 GiB."
            )
        }
        if queueRate != nil {
            result.append("Messages arrive at random; \(work.explanation).")
            result.append("The worker polls long, 20 seconds a receive, and handles one message at a time.")
        }
        if daemon.isEmpty {
            result.append("The CloudWatch agent takes 128 CPU units and 256 MiB of every instance (--daemon; 0:0 for none).")
        }
        return result
    }

    func known(_ name: String, in catalog: InstanceCatalog) throws -> InstanceType {
        if let type = catalog.instanceType(name) { return type }
        if let other = catalog.instanceType(name.lowercased()) {
            throw CommandFailure("The catalog does not hold the instance type '\(name)'. Did you mean '\(other.name)'?")
        }
        let family = name.prefix { $0 != "." } + "."
        let sizes = catalog.instanceTypes.map(\.name).filter { $0.hasPrefix(family) }
        let hint =
            sizes.isEmpty
            ? "`ecslint catalog list` shows those it holds." : "Of that family it holds \(sizes.joined(separator: ", "))."
        throw CommandFailure("The catalog does not hold the instance type '\(name)'. \(hint)")
    }
}
