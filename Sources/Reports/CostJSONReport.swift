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
        let document: CostJSONValue = .object([
            "version": .integer(1),
            "currency": .string("USD"),
            "region": .string(report.region.name),
            "hoursPerMonth": .money(report.hoursPerMonth),
            "catalog": .object([
                "onDemandAsOf": .optional(dates.onDemandAsOf), "spotAsOf": .optional(dates.spotAsOf),
                "fargateAsOf": .optional(dates.fargateAsOf),
            ]),
            "services": .array(report.services.map(service)),
            "totals": .object(["monthly": range(report.monthly)]),
            "assumptions": .array(report.assumptions.map(CostJSONValue.string)),
            "notIncluded": .array(report.notIncluded.map(CostJSONValue.string)),
            "diagnostics": .array(report.diagnostics.map(diagnostic)),
        ])
        return document.text
    }

    private func service(_ service: ServiceCost) -> CostJSONValue {
        .object([
            "name": .string(service.name),
            "resource": .optional(service.resource),
            "capacity": .string(service.kind.rawValue),
            "tasks": range(service.tasks),
            "task": service.task.map(task) ?? .null,
            "placements": .array(service.placements.map(placement)),
            "fargate": service.fargate.map(fargate) ?? .null,
            "monthly": range(service.monthly),
        ])
    }

    private func task(_ task: TaskDemand) -> CostJSONValue {
        .object([
            "cpu": .integer(task.cpuUnits), "memoryMiB": .integer(task.memoryMiB),
            "softMemoryMiB": .optional(task.softMemoryMiB), "architecture": .string(task.architecture.rawValue),
            "gpus": .integer(task.gpus), "networkMode": .string(task.networkMode.rawValue),
        ])
    }

    private func placement(_ placement: InstancePlacement) -> CostJSONValue {
        .object([
            "instanceType": .string(placement.instanceType),
            "tasksPerInstance": .optional(placement.tasksPerInstance),
            "tasksPlacedByECS": .optional(placement.tasksPlacedByECS),
            "binding": .optional(placement.planned?.binding?.rawValue),
            "bindingPlacedByECS": .optional(placement.placed?.binding?.rawValue),
            "differences": .array(placement.differences.map(CostJSONValue.string)),
            "slots": dimensions(placement.planned?.slots ?? [:]),
            "slack": dimensions(placement.planned?.slack ?? [:]),
            "instances": range(placement.instances),
            "onDemandInstances": range(placement.onDemandInstances),
            "spotInstances": range(placement.spotInstances),
            "hourly": .object([
                "onDemand": .optional(placement.onDemandHour), "spot": .optional(placement.spotHour),
            ]),
            "monthly": range(placement.monthly),
            "usdPerTaskMonth": .optional(placement.usdPerTaskMonth),
            "wastePercent": .optional(placement.wastePercent),
        ])
    }

    private func dimensions(_ values: [PlacementDimension: Int]) -> CostJSONValue {
        .object([
            "memory": .optional(values[.memory]), "cpu": .optional(values[.cpu]),
            "eni": .optional(values[.networkInterfaces]), "gpu": .optional(values[.gpu]),
            "ports": .optional(values[.ports]), "distinctInstance": .optional(values[.distinctInstance]),
        ])
    }

    private func fargate(_ fargate: FargateCost) -> CostJSONValue {
        .object([
            "cpu": .integer(fargate.size.cpuUnits),
            "memoryMiB": .integer(fargate.size.memoryMiB),
            "monthly": .object(["onDemand": range(fargate.onDemandMonthly), "spot": range(fargate.spotMonthly)]),
            "strategy": fargate.split.map(split) ?? .null,
        ])
    }

    private func split(_ split: FargateCost.Split) -> CostJSONValue {
        .object([
            "onDemandTasks": range(split.onDemandTasks),
            "spotTasks": range(split.spotTasks),
            "spotTasksAtLeast": range(split.spotTasksInterval.map { $0?.lowerBound }),
            "spotTasksAtMost": range(split.spotTasksInterval.map { $0?.upperBound }),
            "monthly": range(split.monthly),
        ])
    }

    private func diagnostic(_ diagnostic: CostDiagnostic) -> CostJSONValue {
        .object([
            "severity": .string(diagnostic.severity.rawValue), "code": .string(diagnostic.code.rawValue),
            "message": .string(diagnostic.message), "service": .optional(diagnostic.service),
        ])
    }

    private func range(_ range: ScalingRange<Int?>) -> CostJSONValue {
        .object(["min": .optional(range.minimum), "desired": .optional(range.desired), "max": .optional(range.maximum)])
    }

    private func range(_ range: ScalingRange<Decimal?>) -> CostJSONValue {
        .object(["min": .optional(range.minimum), "desired": .optional(range.desired), "max": .optional(range.maximum)])
    }
}
