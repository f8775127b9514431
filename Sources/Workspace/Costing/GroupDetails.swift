import Capacity
import InstanceCatalog
import Topology

/// What a group's launch template, capacity provider and warm pool add to its capacity; unknown parts are left out.
struct GroupDetails {
    let model: Model
    let group: ObjectID

    private var reading: Reading { Reading(model) }

    func add(to capacity: inout EC2Capacity) {
        capacity.weights = weights
        capacity.volumes = volumes
        capacity.hasPublicAddress = hasPublicAddress
        capacity.managedScaling = managedScaling
        capacity.warmPool = warmPool
        capacity.hasDetailedMonitoring = launch.flatMap { flag(.detailedMonitoring, of: $0) } ?? false
        capacity.vcpus = vcpus
        capacity.desiredInstances = integer(.desiredCapacity, of: group)
        capacity.isSizedByTasks = isSizedByTasks
        capacity.week = WeekReading(reading: CostReading(model: model)).sizes(
            ofGroup: group,
            GroupSizes(
                minimum: capacity.minimumInstances, maximum: capacity.maximumInstances, desired: capacity.desiredInstances))
    }

    /// Managed scaling or a policy gives a group what its tasks need. What is not known may do so.
    private var isSizedByTasks: Bool {
        let reading = CostReading(model: model)
        if let policies = try? reading.objects(.scalingPolicies, of: group) {
            if !policies.isEmpty { return true }
        } else {
            return true
        }
        guard let providers = try? reading.objects(.capacityProviders, of: group) else { return true }
        return providers.contains { provider in
            do {
                return try reading.flag(.isManagedScalingOn, of: provider) == true
            } catch {
                return true
            }
        }
    }

    private var weights: [String: Int] {
        var weights: [String: Int] = [:]
        for override in objects(.overrides, of: group) {
            if let type = text(.instanceType, of: override), let weight = integer(.weightedCapacity, of: override) {
                weights[type] = min(max(weight, 1), 999)
            }
        }
        return weights
    }

    /// The launch template or launch configuration.
    private var launch: ObjectID? { object(.launchTemplate, of: group) ?? object(.launchConfiguration, of: group) }

    private var volumes: [BlockVolume] {
        guard let launch else { return [] }
        return objects(.blockDevices, of: launch).compactMap { device in
            guard let size = integer(.volumeSizeGiB, of: device), let type = text(.volumeType, of: device) else { return nil }
            return BlockVolume(
                type: type, gibibytes: min(max(size, 0), 65_536),
                operations: integer(.iops, of: device).map { min(max($0, 0), 256_000) },
                throughputMiBps: integer(.throughputMiBps, of: device).map { min(max($0, 0), 4000) })
        }
    }

    /// Cores times threads, where a launch template says both.
    private var vcpus: Int? {
        guard let template = object(.launchTemplate, of: group), let cores = integer(.coreCount, of: template),
            let threads = integer(.threadsPerCore, of: template), (1...1024).contains(cores), (1...2).contains(threads)
        else { return nil }
        return cores * threads
    }

    private var hasPublicAddress: Bool? {
        if let configuration = object(.launchConfiguration, of: group) {
            return flag(.associatePublicIpAddress, of: configuration)
        }
        guard let template = object(.launchTemplate, of: group) else { return nil }
        return objects(.networkInterfaces, of: template).compactMap { flag(.associatePublicIpAddress, of: $0) }.first
    }

    private var managedScaling: ManagedScaling? {
        for provider in model.objects(of: .capacityProvider) where object(.autoScalingGroup, of: provider.id) == group {
            guard text(.managedScalingStatus, of: provider.id) == "ENABLED" else { continue }
            return ManagedScaling(
                targetCapacityPercent: integer(.targetCapacity, of: provider.id) ?? 100,
                minimumStep: integer(.minimumScalingStepSize, of: provider.id) ?? 1,
                maximumStep: integer(.maximumScalingStepSize, of: provider.id) ?? 10_000,
                warmupSeconds: integer(.instanceWarmupPeriod, of: provider.id) ?? 300)
        }
        return nil
    }

    private var warmPool: WarmPool? {
        for pool in model.objects(of: .warmPool) where object(.autoScalingGroup, of: pool.id) == group {
            guard let state = text(.poolState, of: pool.id).flatMap(WarmPool.State.init(rawValue:)) else { continue }
            return WarmPool(
                state: state, minimumSize: integer(.minSize, of: pool.id) ?? 0,
                maximumPrepared: integer(.maxGroupPreparedCapacity, of: pool.id))
        }
        return nil
    }

    // MARK: - Fields that may be unknown

    private func integer(_ key: FieldKey, of id: ObjectID) -> Int? {
        (try? reading.integer(key, of: id)).flatMap { $0 }.map { Int(clamping: $0) }
    }

    private func text(_ key: FieldKey, of id: ObjectID) -> String? { (try? reading.string(key, of: id)).flatMap { $0 } }

    private func flag(_ key: FieldKey, of id: ObjectID) -> Bool? { (try? reading.bool(key, of: id)).flatMap { $0 } }

    private func object(_ key: FieldKey, of id: ObjectID) -> ObjectID? { (try? reading.object(key, of: id)).flatMap { $0 } }

    private func objects(_ key: FieldKey, of id: ObjectID) -> [ObjectID] { (try? reading.objects(key, of: id)) ?? [] }
}
