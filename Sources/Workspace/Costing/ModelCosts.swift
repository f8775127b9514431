import Capacity
import InstanceCatalog
import Rules
import Topology

/// Turns the services of a model into what the calculator prices.
struct ModelCosts {
    let model: Model
    let overrides: CostOverrides
    /// MiB that the plan keeps for the host itself.
    let hostMemoryMiB: Int

    private var reading: Reading { Reading(model) }

    /// Every service but the DAEMON ones, which run on each instance beside the others.
    func services() -> [ServiceCostRequest] {
        model.objects(of: .service).filter { !isDaemon($0.id) }.map(request)
    }

    private func isDaemon(_ service: ObjectID) -> Bool {
        (try? reading.string(.schedulingStrategy, of: service)) == "DAEMON"
    }

    private func request(_ service: ModelObject) -> ServiceCostRequest {
        let name = (try? reading.string(.serviceName, of: service.id)) ?? nil
        var task: TaskDemand?
        var capacity: ServiceCapacity
        do {
            let demand = try demand(of: service.id)
            task = demand
            capacity = try self.capacity(of: service.id, task: demand)
        } catch {
            capacity = .undetermined(reason: error.sentence)
        }
        var request = ServiceCostRequest(
            name: name ?? service.name, resource: service.name, task: task, tasks: tasks(of: service.id),
            capacity: capacity)
        request.queue = queue(of: service.id)
        return request
    }

    // MARK: - Tasks

    /// Bounds of scaling, else the desired count, which CloudFormation takes as 1.
    private func tasks(of service: ObjectID) -> ScalingRange<Int?> {
        if let tasks = overrides.tasks { return tasks }
        let desired = number(.desiredCount, of: service)
        guard case .known(let target) = known({ () throws(ReadingFailure) in try reading.object(.scalableTarget, of: service) })
        else {
            return ScalingRange(minimum: nil, desired: desired.value, maximum: nil)
        }
        guard let target else {
            let count: Int? = desired.isAbsent ? 1 : desired.value
            return ScalingRange(minimum: count, desired: count, maximum: count)
        }
        let minimum = number(.minCapacity, of: target).value
        let maximum = number(.maxCapacity, of: target).value
        // Application Auto Scaling pulls the count into its bounds when the target is registered.
        let wanted = desired.isAbsent ? minimum : desired.value.map { max($0, minimum ?? $0) }.map { min($0, maximum ?? $0) }
        return ScalingRange(minimum: minimum, desired: wanted, maximum: maximum)
    }

    private func demand(of service: ObjectID) throws(CostUnknown) -> TaskDemand {
        guard let definition = try object(.taskDefinition, of: service) else {
            throw CostUnknown(["the service names no task definition"])
        }
        var demand: TaskDemand
        do throws(ModelDemand.Unknown) {
            demand = try ModelDemand.task(definition, in: model)
        } catch {
            throw CostUnknown(error.reasons)
        }
        let architecture = try read { () throws(ReadingFailure) in try reading.string(.cpuArchitecture, of: definition) }
        demand.architecture = architecture == "ARM64" ? .arm64 : .x86_64
        for constraint in try read({ () throws(ReadingFailure) in try reading.objects(.placementConstraints, of: service) })
        where try read({ () throws(ReadingFailure) in try reading.string(.type, of: constraint) }) == "distinctInstance" {
            demand.needsDistinctInstance = true
        }
        return demand
    }

    // MARK: - Capacity

    private func capacity(of service: ObjectID, task: TaskDemand) throws(CostUnknown) -> ServiceCapacity {
        let isOnFargate = try read { () throws(ReadingFailure) in try reading.bool(.isOnFargate, of: service) } ?? false
        return isOnFargate ? .fargate(try fargate(service)) : try instances(of: service)
    }

    private func fargate(_ service: ObjectID) throws(CostUnknown) -> FargateCapacity {
        var items: [FargateCapacity.Item] = []
        for item in try read({ () throws(ReadingFailure) in try reading.objects(.effectiveStrategy, of: service) }) {
            let isSpot = try read { () throws(ReadingFailure) in try reading.bool(.isFargateSpot, of: item) } ?? false
            items.append(
                FargateCapacity.Item(
                    isSpot ? .spot : .onDemand, base: try integer(.base, of: item) ?? 0,
                    weight: try integer(.weight, of: item) ?? 0))
        }
        var capacity = items.isEmpty ? FargateCapacity.onDemand : FargateCapacity(strategy: items)
        if let definition = try object(.taskDefinition, of: service),
            let storage = try integer(.ephemeralStorageGiB, of: definition)
        {
            capacity.ephemeralStorageGiB = storage
        }
        if case .known(let address?) = known({ () throws(ReadingFailure) in try reading.string(.assignPublicIp, of: service) }) {
            capacity.hasPublicAddress = address == "ENABLED"
        }
        return capacity
    }

    private func instances(of service: ObjectID) throws(CostUnknown) -> ServiceCapacity {
        try refuseManagedInstances(of: service)
        let items = try strategyGroups(of: service)
        if items.count > 1, overrides.instanceTypes.isEmpty {
            var shares: [ServiceCapacity.EC2GroupItem] = []
            for item in items {
                shares.append(
                    ServiceCapacity.EC2GroupItem(
                        base: try integer(.base, of: item.line) ?? 0, weight: try integer(.weight, of: item.line) ?? 0,
                        capacity: try capacity(of: item.group, for: service)))
            }
            return .ec2Groups(shares)
        }
        let found = try? read { () throws(ReadingFailure) in try reading.objects(.autoScalingGroups, of: service) }
        guard let group = found?.first else {
            guard !overrides.instanceTypes.isEmpty else {
                throw CostUnknown(["which instances run it is not in the input; say so with --instance-type"])
            }
            return .ec2(withOverrides(EC2Capacity(instances: .named(overrides.instanceTypes))))
        }
        return .ec2(try capacity(of: group, for: service))
    }

    /// ECS chooses the types of Managed Instances and charges for managing them; neither is in the input.
    private func refuseManagedInstances(of service: ObjectID) throws(CostUnknown) {
        for line in try read({ () throws(ReadingFailure) in try reading.objects(.effectiveStrategy, of: service) })
        where isTrue(.isManagedInstances, of: line) {
            throw CostUnknown(["it runs on ECS Managed Instances, whose types and prices are not computed"])
        }
    }

    /// The lines of a strategy whose providers are made of groups of the input.
    private func strategyGroups(of service: ObjectID) throws(CostUnknown) -> [(line: ObjectID, group: ObjectID)] {
        var found: [(line: ObjectID, group: ObjectID)] = []
        for line in try read({ () throws(ReadingFailure) in try reading.objects(.effectiveStrategy, of: service) }) {
            if case .known(let group?) = known({ () throws(ReadingFailure) in try reading.object(.autoScalingGroup, of: line) }) {
                found.append((line, group))
            }
        }
        return found
    }

    private func capacity(of group: ObjectID, for service: ObjectID) throws(CostUnknown) -> EC2Capacity {
        var capacity = EC2Capacity(instances: .named(try types(of: group)))
        capacity.minimumInstances = try integer(.minSize, of: group)
        capacity.maximumInstances = try integer(.maxSize, of: group)
        capacity.distribution = try distribution(of: group)
        capacity.ecsReservedMemoryMiB = try integer(.ecsReservedMemory, of: group) ?? 0
        capacity.targetCapacityPercent = try integer(.targetCapacity, of: group) ?? 100
        if overrides.daemons == nil {
            do throws(ModelDemand.Unknown) {
                capacity.daemons = try ModelDemand.daemons(ofGroup: group, in: model)
            } catch {
                throw CostUnknown(error.reasons)
            }
        }
        capacity.group = model[group].name
        GroupDetails(model: model, group: group).add(to: &capacity)
        capacity.deployment = DeploymentBounds(
            minimumHealthyPercent: number(.minimumHealthyPercent, of: service).value ?? 100,
            maximumPercent: number(.maximumPercent, of: service).value ?? 200)
        return withOverrides(capacity)
    }

    // MARK: - Queues

    /// The queue that a service works off, when the configuration says how many messages come.
    private func queue(of service: ObjectID) -> QueueUse? {
        for consumer in model.objects(of: .consumer) {
            guard case .known(service) = known({ () throws(ReadingFailure) in try reading.object(.service, of: consumer.id) }),
                case .known(.double(let rate)?) = known({ () throws(ReadingFailure) in
                    try reading.content(.arrivalRate, of: consumer.id)
                }),
                let arrivalRate = Decimal("\(rate)"), arrivalRate > .zero, arrivalRate <= CostLimits.arrivalRate
            else { continue }
            var use = QueueUse(
                arrivalRate: arrivalRate, concurrency: number(.concurrency, of: consumer.id).value ?? 1,
                messagesPerReceive: number(.messagesPerReceive, of: consumer.id).value ?? 1)
            if case .known(.double(let seconds)?) = known({ () throws(ReadingFailure) in
                try reading.content(.averageProcessingSeconds, of: consumer.id)
            }), seconds <= 43_200 {
                use.processingSeconds = Decimal("\(seconds)")
            }
            if case .known(let queue?) = known({ () throws(ReadingFailure) in try reading.object(.queue, of: consumer.id) }) {
                use.waitSeconds = number(.receiveMessageWaitTimeSeconds, of: queue).value
                use.isFIFO = isTrue(.isFifo, of: queue)
                if isTrue(.usesCustomerKey, of: queue) || isTrue(.usesAwsManagedKey, of: queue) {
                    use.keyReuseSeconds = number(.kmsDataKeyReusePeriodSeconds, of: queue).value
                }
            }
            return use
        }
        return nil
    }

    private func isTrue(_ key: FieldKey, of id: ObjectID) -> Bool {
        if case .known(true?) = known({ () throws(ReadingFailure) in try reading.bool(key, of: id) }) { return true }
        return false
    }

    private func types(of group: ObjectID) throws(CostUnknown) -> [String] {
        if !overrides.instanceTypes.isEmpty { return overrides.instanceTypes }
        var names: [String] = []
        let fields = try read { () throws(ReadingFailure) in try reading.list(.instanceTypes, of: group) }
        for field in fields {
            if case .string(let name)? = try read({ () throws(ReadingFailure) in try reading.content(of: field) }),
                !names.contains(name)
            {
                names.append(name)
            }
        }
        guard !names.isEmpty else {
            throw CostUnknown(["\(model[group].name) names no instance type; say it with --instance-type"])
        }
        return names
    }

    private func distribution(of group: ObjectID) throws(CostUnknown) -> InstanceDistribution {
        if overrides.distribution == nil, isTrue(.hasDistributionSegments, of: group) {
            throw CostUnknown([
                "\(model[group].name) shares its instances by DistributionSegments, which are not computed; "
                    + "say the shares with --on-demand-base and --on-demand-percent"
            ])
        }
        guard try read({ () throws(ReadingFailure) in try reading.bool(.isMixed, of: group) }) == true else {
            let usesSpot = try read { () throws(ReadingFailure) in try reading.bool(.usesSpot, of: group) } ?? false
            return usesSpot ? InstanceDistribution(onDemandBase: 0, onDemandPercent: 0) : .onDemand
        }
        return InstanceDistribution(
            onDemandBase: try integer(.onDemandBaseCapacity, of: group) ?? 0,
            onDemandPercent: try integer(.onDemandPercentageAboveBaseCapacity, of: group) ?? 100)
    }

    private func withOverrides(_ capacity: EC2Capacity) -> EC2Capacity {
        var capacity = capacity
        capacity.hostMemoryMiB = hostMemoryMiB
        capacity.daemons = overrides.daemons ?? capacity.daemons
        capacity.distribution = overrides.distribution ?? capacity.distribution
        capacity.spot = overrides.spot
        capacity.trunking = overrides.trunking
        capacity.zones = overrides.zones
        capacity.targetCapacityPercent = overrides.targetCapacityPercent ?? capacity.targetCapacityPercent
        return capacity
    }

    // MARK: - Fields

    private func object(_ key: FieldKey, of id: ObjectID) throws(CostUnknown) -> ObjectID? {
        try read { () throws(ReadingFailure) in try reading.object(key, of: id) }
    }

    private func integer(_ key: FieldKey, of id: ObjectID) throws(CostUnknown) -> Int? {
        try read { () throws(ReadingFailure) in try reading.integer(key, of: id) }.map { Int(clamping: $0) }
    }

    /// A count that may be absent or unknown without spoiling the rest.
    private func number(_ key: FieldKey, of id: ObjectID) -> (value: Int?, isAbsent: Bool) {
        switch known({ () throws(ReadingFailure) in try reading.integer(key, of: id) }) {
        case .known(let value): (value.map { Int(clamping: $0) }, value == nil)
        case .unknown: (nil, false)
        }
    }

    private enum Known<Content> {
        case known(Content)
        case unknown
    }

    private func known<Content>(_ body: () throws(ReadingFailure) -> Content) -> Known<Content> {
        do throws(ReadingFailure) { return .known(try body()) } catch { return .unknown }
    }

    private func read<Content>(_ body: () throws(ReadingFailure) -> Content) throws(CostUnknown) -> Content {
        do throws(ReadingFailure) {
            return try body()
        } catch {
            throw CostUnknown(error.reasons.map(\.text))
        }
    }
}
