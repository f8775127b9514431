import InstanceCatalog

extension CostEstimator {
    /// Zone loss, deployments, what never fits or stays empty, warm pool and the speed of managed scaling.
    mutating func outlook(
        for service: ServiceCostRequest, tasksPerInstance: Int?, counts: ScalingRange<Int?>, capacity: EC2Capacity,
        type: InstanceType
    ) -> FleetOutlook? {
        guard let tasksPerInstance, tasksPerInstance > 0 else { return nil }
        let weight = capacity.weight(of: type.name)
        let fixed = capacity.isSizedByTasks ? nil : fixedInstances(of: capacity, weight: weight)
        let most = fixed ?? capacity.maximumInstances.map { max(0, $0) / weight }
        let surviving = service.tasks.map { tasks in
            tasks.flatMap {
                Fleet.instancesSurvivingZoneLoss(
                    forTasks: $0, tasksPerInstance: tasksPerInstance, zones: min(capacity.zones, CostLimits.zones))
            }
        }
        let deployment = deployment(of: service, tasksPerInstance: tasksPerInstance, maximumInstances: most, capacity: capacity)
        let room = most.map { $0.saturatingMultiplied(by: tasksPerInstance) }
        let steps = capacity.managedScaling.flatMap { scaling in
            counts.minimum.flatMap { from in counts.maximum.map { scaling.steps(from: from, to: $0) } }
        }
        return FleetOutlook(
            instancesSurvivingZoneLoss: surviving, deployment: deployment,
            neverPlacedTasks: room.flatMap { room in service.tasks.maximum.map { max(0, $0 - room) } } ?? 0,
            idleInstances: idleInstances(
                of: service, tasksPerInstance: tasksPerInstance, capacity: capacity, weight: weight, type),
            warmPoolInstances: isShared(capacity)
                ? nil
                : counts.desired.flatMap { desired in
                    capacity.warmPool.flatMap { pool in most.map { pool.size(desired: desired, groupMaximum: $0) } }
                },
            scaleOutSteps: steps,
            scaleOutSeconds: steps.flatMap { steps in
                capacity.managedScaling.map { $0.warmupSeconds.saturatingMultiplied(by: steps) }
            })
    }

    private func isShared(_ capacity: EC2Capacity) -> Bool {
        capacity.group.map { sharedGroups.contains($0) } ?? false
    }

    private mutating func deployment(
        of service: ServiceCostRequest, tasksPerInstance: Int, maximumInstances: Int?, capacity: EC2Capacity
    ) -> RollingDeployment? {
        guard let bounds = capacity.deployment, let desired = service.tasks.desired else { return nil }
        let deployment = RollingDeployment(
            desiredTasks: desired, minimumHealthyPercent: bounds.minimumHealthyPercent,
            maximumPercent: bounds.maximumPercent, tasksPerInstance: tasksPerInstance, maximumInstances: maximumInstances,
            runsBothRevisions: bounds.runsBothRevisions)
        if deployment.isDeadlocked, bounds.runsBothRevisions {
            note(
                .warning, .deploymentStuck,
                "A deployment runs both revisions at full size, \(deployment.upperLimit) tasks; the group has room for "
                    + "\(deployment.usableTasks ?? desired). Allow more instances.", service)
        } else if deployment.isDeadlocked {
            note(
                .warning, .deploymentStuck,
                "A deployment of \(desired) tasks cannot move by this plan: \(deployment.lowerLimit) must stay, "
                    + "\(deployment.usableTasks ?? deployment.upperLimit) is the most that may run. "
                    + "Lower minimumHealthyPercent, or allow more tasks or instances.", service)
        }
        return deployment
    }

    private mutating func idleInstances(
        of service: ServiceCostRequest, tasksPerInstance: Int, capacity: EC2Capacity, weight: Int, _ type: InstanceType
    ) -> Int {
        guard let minimum = capacity.minimumInstances, minimum <= capacity.maximumInstances ?? minimum,
            let most = service.tasks.maximum,
            let needed = Fleet.instances(
                forTasks: most, tasksPerInstance: tasksPerInstance, zones: min(capacity.zones, CostLimits.zones))
        else { return 0 }
        let least = minimum.ceilingDivided(by: weight)
        let idle = max(0, least - needed)
        if idle > 0, !isShared(capacity) {
            note(
                .note, .instancesIdle,
                "The group keeps \(least) \(type.name); at most \(needed) of them ever hold a task of this service.", service)
        }
        return idle
    }

    /// Remembers a price that may have changed since.
    mutating func warnOfAge(_ date: String?, of what: String, canBeImported: Bool = true) {
        guard let date, let age = PriceAge.excess(of: date, on: request.today) else { return }
        notes.oldPrice(what, of: date, days: age, canBeImported: canBeImported)
    }
}
