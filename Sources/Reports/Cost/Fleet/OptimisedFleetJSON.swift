import Capacity
import InstanceCatalog

/// The cheapest fleet of a service as the JSON that scripts rely on.
enum OptimisedFleetJSON {
    static func value(_ fleet: OptimisedFleet) -> JSONValue {
        .record([
            "service": .string(fleet.service),
            "tasks": .range(fleet.tasks),
            "chosenFor": .integer(fleet.chosenFor),
            "lines": .array(fleet.lines.map(line)),
            "monthly": .range(fleet.monthly),
            "cost": .decimal(fleet.cost),
            "lowerBound": .decimal(fleet.lowerBound),
            "gapPercent": .optional(fleet.gapPercent),
            "constraints": .array(
                fleet.constraints.map {
                    .record(["kind": .string($0.kind.rawValue), "monthlyWithout": .decimal($0.monthlyWithout)])
                }),
            "ofOneOption": fleet.ofOneOption.map(line) ?? .null,
            "otherPlatformMonthly": .optional(fleet.otherPlatformMonthly),
            "afterZoneLoss": fleet.afterZoneLoss.map {
                .record(["zones": .integer($0.zones), "tasks": .integer($0.tasks)])
            } ?? .null,
            "options": .integer(fleet.optionCount),
        ])
    }

    private static func line(_ line: OptimisedFleet.Line) -> JSONValue {
        .record([
            "name": .string(line.option.name), "platform": .string(line.option.isFargate ? "fargate" : "ec2"),
            "purchase": .string(line.option.purchase.rawValue), "tasksEach": .integer(line.option.tasks),
            "binding": .optional(line.option.binding?.rawValue), "monthlyEach": .decimal(line.option.monthly),
            "creditsMonthlyEach": .decimal(line.option.creditsMonthly),
            "units": .range(line.units), "monthly": .range(line.monthly),
        ])
    }
}
