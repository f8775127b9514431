import Capacity
import InstanceCatalog
import Rules
import Topology

extension ModelCosts {
    func capacity(of service: ObjectID) throws(CostUnknown) -> ServiceCapacity {
        let isOnFargate = try reading.flag(.isOnFargate, of: service) ?? false
        return isOnFargate ? .fargate(try fargate(service)) : try instances(of: service)
    }

    private func fargate(_ service: ObjectID) throws(CostUnknown) -> FargateCapacity {
        var items: [FargateCapacity.Item] = []
        for item in try reading.objects(.effectiveStrategy, of: service) {
            let isSpot = try reading.flag(.isFargateSpot, of: item) ?? false
            items.append(
                FargateCapacity.Item(
                    isSpot ? .spot : .onDemand, base: try reading.integer(.base, of: item) ?? 0,
                    weight: try reading.integer(.weight, of: item) ?? 0))
        }
        var capacity = items.isEmpty ? FargateCapacity.onDemand : FargateCapacity(strategy: items)
        if let definition = try reading.object(.taskDefinition, of: service),
            let storage = try reading.integer(.ephemeralStorageGiB, of: definition)
        {
            capacity.ephemeralStorageGiB = storage
        }
        if let address = reading.knownText(.assignPublicIp, of: service) { capacity.hasPublicAddress = address == "ENABLED" }
        return capacity
    }

    private func instances(of service: ObjectID) throws(CostUnknown) -> ServiceCapacity {
        let items = try strategyItems(of: service)
        if items.count > 1, overrides.instanceTypes.isEmpty {
            var shares: [ServiceCapacity.EC2GroupItem] = []
            for item in items {
                shares.append(
                    ServiceCapacity.EC2GroupItem(
                        base: try reading.integer(.base, of: item.line) ?? 0,
                        weight: try reading.integer(.weight, of: item.line) ?? 0,
                        capacity: try capacity(of: item.host, for: service)))
            }
            return .ec2Groups(shares)
        }
        if let item = items.first, case .managed = item.host { return .ec2(try capacity(of: item.host, for: service)) }
        guard let group = reading.knownObjects(.autoScalingGroups, of: service).first else {
            guard !overrides.instanceTypes.isEmpty else {
                throw CostUnknown(["which instances run it is not in the input; say so with --instance-type"])
            }
            return .ec2(withOverrides(EC2Capacity(instances: .named(overrides.instanceTypes))))
        }
        return .ec2(try capacity(of: group, for: service))
    }

    /// What a line of a strategy stands for.
    private enum Host {
        case group(ObjectID)
        /// A capacity provider of Managed Instances.
        case managed(ObjectID)
    }

    /// The lines of a strategy whose providers are groups or Managed Instances of the input.
    private func strategyItems(of service: ObjectID) throws(CostUnknown) -> [(line: ObjectID, host: Host)] {
        var found: [(line: ObjectID, host: Host)] = []
        for line in try reading.objects(.effectiveStrategy, of: service) {
            if let group = reading.knownObject(.autoScalingGroup, of: line) {
                found.append((line, .group(group)))
            } else if let provider = reading.knownObject(.managedProvider, of: line) {
                found.append((line, .managed(provider)))
            } else if reading.isTrue(.isManagedInstances, of: line) {
                throw CostUnknown(["it runs on ECS Managed Instances that are not in the input"])
            }
        }
        return found
    }

    private func capacity(of host: Host, for service: ObjectID) throws(CostUnknown) -> EC2Capacity {
        switch host {
        case .group(let group): try capacity(of: group, for: service)
        case .managed(let provider): try managed(by: provider, for: service)
        }
    }

    /// ECS starts the types that run the tasks for the least money of those that the provider allows.
    private func managed(by provider: ObjectID, for service: ObjectID) throws(CostUnknown) -> EC2Capacity {
        var capacity = EC2Capacity(instances: .cheapest(1))
        if overrides.instanceTypes.isEmpty {
            var filter = InstanceTypeFilter.currentGeneration
            if let requirements = try reading.object(.requirements, of: provider) {
                filter = try RequirementsReading(reading: reading).filter(requirements)
            } else if let definition = try reading.object(.taskDefinition, of: service),
                let task = try? ModelDemand.task(definition, in: model), task.gpus > 0
            {
                filter.accelerators = InstanceTypeFilter.Bounds(least: task.gpus)
            }
            capacity.typeFilter = filter
        } else {
            capacity.instances = .named(overrides.instanceTypes)
        }
        capacity.isManagedByECS = true
        if try reading.text(.capacityOptionType, of: provider) == "SPOT" {
            capacity.distribution = InstanceDistribution(onDemandBase: 0, onDemandPercent: 0)
        }
        capacity.deployment = deployment(of: service)
        return withOverrides(capacity)
    }

    private func capacity(of group: ObjectID, for service: ObjectID) throws(CostUnknown) -> EC2Capacity {
        var capacity = EC2Capacity(instances: .cheapest(1))
        if let filter = try typeFilter(of: group) {
            capacity.typeFilter = filter
        } else {
            capacity.instances = .named(try types(of: group))
        }
        capacity.minimumInstances = try reading.integer(.minSize, of: group)
        capacity.maximumInstances = try reading.integer(.maxSize, of: group)
        capacity.distribution = try distribution(of: group)
        capacity.ecsReservedMemoryMiB = try reading.integer(.ecsReservedMemory, of: group) ?? 0
        capacity.targetCapacityPercent = try reading.integer(.targetCapacity, of: group) ?? 100
        if overrides.daemons == nil {
            do throws(ModelDemand.Unknown) {
                capacity.daemons = try ModelDemand.daemons(ofGroup: group, in: model)
            } catch {
                throw CostUnknown(error.reasons)
            }
        }
        capacity.group = groupNames[group]
        GroupDetails(model: model, group: group).add(to: &capacity)
        capacity.deployment = deployment(of: service)
        return withOverrides(capacity)
    }

    private func deployment(of service: ObjectID) -> DeploymentBounds {
        let strategy = reading.knownText(.deploymentStrategy, of: service) ?? "ROLLING"
        return DeploymentBounds(
            minimumHealthyPercent: reading.knownNumber(.minimumHealthyPercent, of: service) ?? 100,
            maximumPercent: reading.knownNumber(.maximumPercent, of: service) ?? 200,
            runsBothRevisions: strategy != "ROLLING"
                || reading.knownText(.deploymentController, of: service) == "CODE_DEPLOY")
    }

    // MARK: - Types

    /// What a group's types must have, where it names none.
    private func typeFilter(of group: ObjectID) throws(CostUnknown) -> InstanceTypeFilter? {
        guard overrides.instanceTypes.isEmpty else { return nil }
        let overrides = try reading.objects(.overrides, of: group)
        for override in overrides {
            if let requirements = reading.knownObject(.requirements, of: override) {
                return try RequirementsReading(reading: reading).filter(requirements)
            }
        }
        guard overrides.isEmpty, let template = reading.knownObject(.launchTemplate, of: group),
            let requirements = reading.knownObject(.requirements, of: template)
        else { return nil }
        return try RequirementsReading(reading: reading).filter(requirements)
    }

    private func types(of group: ObjectID) throws(CostUnknown) -> [String] {
        if !overrides.instanceTypes.isEmpty { return overrides.instanceTypes }
        var names: [String] = []
        for name in try reading.texts(.instanceTypes, of: group) where !names.contains(name) { names.append(name) }
        guard !names.isEmpty else {
            throw CostUnknown(["\(model[group].name) names no instance type; say it with --instance-type"])
        }
        return names
    }

    private func distribution(of group: ObjectID) throws(CostUnknown) -> InstanceDistribution {
        if overrides.distribution == nil, reading.isTrue(.hasDistributionSegments, of: group) {
            throw CostUnknown([
                "\(model[group].name) shares its instances by DistributionSegments, which are not computed; "
                    + "say the shares with --on-demand-base and --on-demand-percent"
            ])
        }
        guard try reading.flag(.isMixed, of: group) == true else {
            let usesSpot = try reading.flag(.usesSpot, of: group) ?? false
            return usesSpot ? InstanceDistribution(onDemandBase: 0, onDemandPercent: 0) : .onDemand
        }
        return InstanceDistribution(
            onDemandBase: try reading.integer(.onDemandBaseCapacity, of: group) ?? 0,
            onDemandPercent: try reading.integer(.onDemandPercentageAboveBaseCapacity, of: group) ?? 100)
    }

    private func withOverrides(_ capacity: EC2Capacity) -> EC2Capacity {
        var capacity = capacity
        capacity.hostMemoryMiB = hostMemoryMiB
        capacity.daemons = overrides.daemons ?? capacity.daemons
        capacity.distribution = overrides.distribution ?? capacity.distribution
        capacity.spot = overrides.spot
        capacity.trunking = overrides.trunking || hasTrunking
        capacity.zones = overrides.zones
        if let target = overrides.targetCapacityPercent {
            capacity.targetCapacityPercent = target
            capacity.isSizedByTasks = true
        }
        return capacity
    }

    /// Whether the input turns the account setting `awsvpcTrunking` on.
    private var hasTrunking: Bool {
        model.objects(of: .accountSetting).contains {
            reading.knownText(.settingName, of: $0.id) == "awsvpcTrunking" && reading.knownText(.value, of: $0.id) == "enabled"
        }
    }
}
