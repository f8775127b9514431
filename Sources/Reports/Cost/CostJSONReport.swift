import Capacity
import InstanceCatalog

/// A cost report as the JSON that scripts rely on.
struct CostJSONReport {
    private let report: CostReport

    init(_ report: CostReport) {
        self.report = report
    }

    var text: String {
        let dates = report.catalogDates
        let document: JSONValue = .record([
            "version": .integer(1),
            "currency": .string("USD"),
            "region": .string(report.region.name),
            "hoursPerMonth": .decimal(report.hoursPerMonth),
            "catalog": .record([
                "onDemandAsOf": .optional(dates.onDemandAsOf), "spotAsOf": .optional(dates.spotAsOf),
                "fargateAsOf": .optional(dates.fargateAsOf), "otherAsOf": .optional(dates.otherAsOf),
            ]),
            "services": .array(report.services.map(service)),
            "groups": .array(report.groups.map(group)),
            "additional": .array(report.additional.map(additional)),
            "totals": .record([
                "monthly": .range(report.monthly), "monthlyAtLeast": .range(report.monthlyAtLeast),
                "monthlyAtMost": .range(report.monthlyAtMost), "monthlyWithAdditional": .range(report.monthlyWithAdditional),
                "isAtLeast": .bool(report.isAtLeast),
            ]),
            "options": .array(report.options.map(option)),
            "breakEven": .array(report.breakEvens.map(breakEven)),
            "fleets": .array(report.fleets.map(OptimisedFleetJSON.value)),
            "sizing": report.sizing.map(sizing) ?? .null,
            "assumptions": .array(report.assumptions.map(JSONValue.string)),
            "notIncluded": .array(report.notIncluded.map(JSONValue.string)),
            "diagnostics": .array(report.diagnostics.map(diagnostic)),
        ])
        return document.text
    }

    private func service(_ service: ServiceCost) -> JSONValue {
        .record([
            "name": .string(service.name),
            "resource": .optional(service.resource),
            "region": .string(service.region ?? report.region.name),
            "capacity": .string(service.kind.rawValue),
            "tasks": .range(service.tasks),
            "task": service.task.map(task) ?? .null,
            "placements": .array(service.placements.map(placement)),
            "fargate": service.fargate.map(fargate) ?? .null,
            "monthly": .range(service.monthly),
            "monthlyAtLeast": .range(service.monthlyAtLeast),
            "monthlyAtMost": .range(service.monthlyAtMost),
            "usdPerMillionMessages": .optional(service.usdPerMillionMessages),
            "answer": .optional(answer(of: service).sentence),
            "arithmetic": .optional(answer(of: service).arithmetic),
        ])
    }

    private func breakEven(_ even: BreakEven) -> JSONValue {
        .record([
            "service": .string(even.service), "instanceType": .string(even.instanceType),
            "tasksPerInstance": .integer(even.tasksPerInstance), "instanceMonthly": .decimal(even.instanceMonthly),
            "spotInstanceMonthly": .optional(even.spotInstanceMonthly), "fargateMonthly": .decimal(even.fargateMonthly),
            "fargateSpotMonthly": .optional(even.fargateSpotMonthly), "tasks": .optional(even.tasks),
            "spotTasks": .optional(even.spotTasks), "utilisationPercent": .optional(even.utilisationPercent),
        ])
    }

    private func answer(of service: ServiceCost) -> CostAnswer { CostAnswer(service, in: report) }

    private func task(_ task: TaskDemand) -> JSONValue {
        .record([
            "cpu": .integer(task.cpuUnits), "memoryMiB": .integer(task.memoryMiB),
            "softMemoryMiB": .optional(task.softMemoryMiB), "architecture": .string(task.architecture.rawValue),
            "gpus": .integer(task.gpus), "networkMode": .string(task.networkMode.rawValue),
        ])
    }

    private func placement(_ placement: InstancePlacement) -> JSONValue {
        .record([
            "instanceType": .string(placement.instanceType),
            "tasksPerInstance": .optional(placement.tasksPerInstance),
            "tasksPlacedByECS": .optional(placement.tasksPlacedByECS),
            "tasksIfReserved": .optional(placement.tasksIfReserved),
            "tasksPlanned": .optional(placement.planned?.tasksPerInstance),
            "binding": .optional(placement.counted?.binding?.rawValue),
            "bindingPlacedByECS": .optional(placement.placed?.binding?.rawValue),
            "differences": .array(placement.differences.map(JSONValue.string)),
            "slots": dimensions(placement.counted?.slots ?? [:]),
            "slack": dimensions(placement.counted?.slack ?? [:]),
            "instances": .range(placement.instances),
            "onDemandInstances": .range(placement.onDemandInstances),
            "spotInstances": .range(placement.spotInstances),
            "hourly": .record([
                "onDemand": .optional(placement.onDemandHour), "spot": .optional(placement.spotHour),
            ]),
            "spotInterruption": .optional(placement.spotInterruption),
            "monthly": .range(placement.monthly),
            "monthlyIfPackedByECS": placement.monthlyIfPacked.map(JSONValue.range) ?? .null,
            "cpuCreditsMonthlyIfBusy": placement.creditsMonthly.map(JSONValue.range) ?? .null,
            "usdPerTaskMonth": .optional(placement.usdPerTaskMonth),
            "wastePercent": .optional(placement.wastePercent),
            "group": .optional(placement.group),
            "tasks": .range(placement.tasks),
            "fleet": placement.fleet.map(fleet) ?? .null,
        ])
    }

    private func fleet(_ fleet: FleetOutlook) -> JSONValue {
        .record([
            "instancesSurvivingZoneLoss": .range(fleet.instancesSurvivingZoneLoss),
            "deployment": fleet.deployment.map(deployment) ?? .null,
            "neverPlacedTasks": .integer(fleet.neverPlacedTasks),
            "idleInstances": .integer(fleet.idleInstances),
            "warmPoolInstances": .optional(fleet.warmPoolInstances),
            "scaleOutSteps": .optional(fleet.scaleOutSteps),
            "scaleOutSeconds": .optional(fleet.scaleOutSeconds),
        ])
    }

    private func deployment(_ deployment: RollingDeployment) -> JSONValue {
        .record([
            "fewestTasks": .integer(deployment.lowerLimit), "mostTasks": .integer(deployment.upperLimit),
            "usableTasks": .optional(deployment.usableTasks), "peakInstances": .optional(deployment.peakInstances),
            "stuck": .bool(deployment.isDeadlocked),
        ])
    }

    private func group(_ group: SharedGroupCost) -> JSONValue {
        .record([
            "name": .string(group.name), "services": .array(group.services.map(JSONValue.string)),
            "instanceType": .string(group.instanceType), "instances": .range(group.instances),
            "lowerBound": .range(group.lowerBound), "monthly": .range(group.monthly),
        ])
    }

    private func additional(_ cost: AdditionalCost) -> JSONValue {
        .record([
            "item": .string(cost.item.rawValue), "subject": .string(cost.subject), "detail": .string(cost.detail),
            "monthly": .range(cost.monthly),
        ])
    }

    private func option(_ option: PurchaseOption) -> JSONValue {
        .record([
            "service": .string(option.service), "purchase": .string(option.purchase.rawValue),
            "architecture": .string(option.architecture.rawValue), "instanceType": .optional(option.instanceType),
            "instances": .optional(option.instances), "monthly": .range(option.monthly),
            "usdPerTaskMonth": .optional(option.usdPerTaskMonth),
            "assumptions": .array(option.assumptions.map(JSONValue.string)),
        ])
    }

    private func sizing(_ sizing: FleetSizing) -> JSONValue {
        let figures = SizingFigures(sizing)
        return .record([
            "arrivalRate": .decimal(sizing.demand.arrivalRate), "processingSeconds": .decimal(sizing.demand.processingSeconds),
            "latencyGoalSeconds": .optional(sizing.demand.latencyGoalSeconds), "offeredLoad": .decimal(sizing.demand.offeredLoad),
            "tasks": .range(sizing.tasks), "utilisationPercent": .decimal(sizing.utilisationPercent),
            "backlogTarget": .optional(sizing.backlogTarget), "messagesForMaximum": .optional(sizing.policy?.messagesForMaximum),
            "work": .string(sizing.demand.work.rawValue),
            "simulation": sizing.simulation.map { simulation in
                .record([
                    "messages": .integer(FleetSimulation.messages), "tasks": .integer(sizing.minimumTasks),
                    "meanSeconds": .decimal(SizingFigures.decimal(simulation.mean)),
                    "secondsOf95Percent": .decimal(SizingFigures.decimal(simulation.longestOf95Percent)),
                ])
            } ?? .null,
            "waitProbability": .decimal(figures.waitProbability),
            "meanWaitSeconds": .decimal(figures.meanWait), "waitSecondsOf95Percent": .decimal(figures.longWait),
            "cloudFormation": .string(ScalingSettings(sizing).cloudFormation),
            "terraform": .string(ScalingSettings(sizing).terraform),
        ])
    }

    private func dimensions(_ values: [PlacementDimension: Int]) -> JSONValue {
        .record([
            "memory": .optional(values[.memory]), "cpu": .optional(values[.cpu]),
            "eni": .optional(values[.networkInterfaces]), "gpu": .optional(values[.gpu]),
            "ports": .optional(values[.ports]), "distinctInstance": .optional(values[.distinctInstance]),
        ])
    }

    private func fargate(_ fargate: FargateCost) -> JSONValue {
        .record([
            "cpu": .integer(fargate.size.cpuUnits),
            "memoryMiB": .integer(fargate.size.memoryMiB),
            "monthly": .record(["onDemand": .range(fargate.onDemandMonthly), "spot": .range(fargate.spotMonthly)]),
            "strategy": fargate.split.map(split) ?? .null,
        ])
    }

    private func split(_ split: FargateCost.Split) -> JSONValue {
        .record([
            "onDemandTasks": .range(split.onDemandTasks),
            "spotTasks": .range(split.spotTasks),
            "spotTasksAtLeast": .range(split.spotTasksInterval.map { $0?.lowerBound }),
            "spotTasksAtMost": .range(split.spotTasksInterval.map { $0?.upperBound }),
            "monthly": .range(split.monthly),
        ])
    }

    private func diagnostic(_ diagnostic: CostDiagnostic) -> JSONValue {
        .record([
            "severity": .string(diagnostic.severity.rawValue), "code": .string(diagnostic.code.rawValue),
            "message": .string(diagnostic.message), "service": .optional(diagnostic.service),
        ])
    }
}
