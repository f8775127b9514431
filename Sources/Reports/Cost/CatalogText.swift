import Capacity
import InstanceCatalog
import Text

/// What `ecslint catalog` prints.
package enum CatalogText {
    /// The sources of a catalog with their dates, then how old each region's prices are and which are missing.
    package static func info(_ catalog: InstanceCatalog, today: CivilDay) -> String {
        var table = CostTable([
            .init(title: "figures of", isRightAligned: false), .init(title: "as of", isRightAligned: false),
            .init(title: "number"), .init(title: "source", isRightAligned: false),
        ])
        for source in catalog.sources {
            let lines = source.name.wrapped(after: "", width: 54)
            for (index, line) in lines.enumerated() {
                let isFirst = index == 0
                table.add([
                    isFirst ? source.dataset : "", isFirst ? source.asOf ?? "undated" : "",
                    isFirst ? CostFigures.count(source.figures) : "", line,
                ])
            }
        }
        let counts =
            "\(CostFigures.count(catalog.instanceTypes.count)) instance types, \(catalog.regions.count) regions, "
            + "\(catalog.fargateSizes.count) Fargate sizes"
        return text(
            [counts, ""] + table.lines(indentation: "") + [""] + CatalogCoverageText.lines(catalog, today: today))
    }

    /// One instance type with its prices.
    package static func show(_ type: InstanceType, regions: [String], catalog: InstanceCatalog) -> String {
        text(facts(of: type, catalog: catalog) + [""] + prices(of: type, regions: regions, catalog: catalog))
    }

    /// Instance types with their on-demand prices in a region.
    ///
    /// - Parameter today: prices older than `PriceAge.limit` days are warned of; `nil` warns of none.
    package static func list(
        _ types: [InstanceType], region: String, catalog: InstanceCatalog, today: CivilDay? = nil
    ) -> String {
        var oldPrices = 0
        var table = CostTable([
            .init(title: "instance type", isRightAligned: false), .init(title: "vCPUs"), .init(title: "MiB"),
            .init(title: "architecture", isRightAligned: false), .init(title: "GPUs"),
            .init(title: "USD/hour"), .init(title: "as of", rank: 1), .init(title: "Spot saves"),
            .init(title: "interrupted", isRightAligned: false, rank: 2),
        ])
        for type in types {
            let price = catalog.onDemandPrice(of: type.name, in: region)
            let saving = catalog.spotSaving(of: type.name, in: region)
            if PriceAge.excess(of: price?.asOf, on: today) != nil { oldPrices += 1 }
            table.add([
                type.name, String(type.vcpus), String(type.memoryMiB),
                type.architecture?.rawValue ?? CostFigures.unknown, CostFigures.count(type.gpus),
                CostFigures.hourly(price?.usd), price?.asOf ?? CostFigures.unknown, CostFigures.percent(saving?.percent),
                saving?.interruptionBand ?? CostFigures.unknown,
            ])
        }
        let warning =
            oldPrices == 0
            ? []
            : [
                "\(CostFigures.count(oldPrices)) on-demand prices are more than \(PriceAge.limit) days old; see `as of`, or --current-price."
            ]
        return text(
            table.lines(indentation: "") + [
                "", "\(types.count == 1 ? "1 type" : CostFigures.count(types.count) + " types"); Linux on demand in \(region)",
            ] + warning)
    }

    private static func facts(of type: InstanceType, catalog: InstanceCatalog) -> [String] {
        let memory = catalog.registeredMemory(of: type)
        let origin =
            switch memory.origin {
            case .estimated: "a low bound by its kind and size; no one measured it"
            case .measured(let asOf, let source): "measured\(asOf.map { " \($0)" } ?? ""), \(source ?? "unnamed source")"
            }
        func slots(_ trunking: Bool) -> String { CostFigures.count(type.taskNetworkInterfaces(trunking: trunking)) }
        let remark = type.awsvpcTasksAreWorkedOut ? " (worked out from its branch interfaces)" : ""
        let trunked = type.awsvpcTasksWithTrunking == nil ? "not in the ECS table" : slots(true) + remark
        let architecture = type.architecture?.rawValue ?? "architecture unknown"
        let gpus = (type.gpus ?? 0) > 0 ? ", \(type.gpus ?? 0) GPUs with \(type.gpuMemoryMiB ?? 0) MiB" : ""
        return ["\(type.name): \(type.vcpus) vCPUs, \(type.memoryMiB) MiB, \(architecture)\(gpus)"]
            + "registers with ECS: \(memory.mebibytes) MiB (\(origin))".wrapped(after: "  ")
            + "tasks in awsvpc mode: \(slots(false)); with trunking: \(trunked)".wrapped(after: "  ")
            + (catalog.cpuCredits(of: type.name).map(credits) ?? [])
    }

    private static func credits(_ credits: CPUCredits) -> [String] {
        let price = credits.surplusVCPUHour
        return
            ("CPU credits: \(credits.baselinePercent) % of each vCPU for good, \(credits.perHour) credits an hour; above it "
            + "\(CostFigures.hourly(price.usd)) USD a vCPU-hour in the unlimited mode"
            + "\(credits.isUnlimitedByDefault ? ", which is the default" : "")\(price.asOf.map { " (\($0))" } ?? "")")
            .wrapped(after: "  ")
    }

    private static func prices(of type: InstanceType, regions: [String], catalog: InstanceCatalog) -> [String] {
        // Windows has prices where somebody imported them.
        let hasWindows = regions.contains { catalog.windowsPrice(of: type.name, in: $0) != nil }
        var table = CostTable(
            [
                .init(title: "region", isRightAligned: false), .init(title: "USD/hour"), .init(title: "as of"),
                .init(title: "Spot saves"), .init(title: "interrupted"), .init(title: "as of"), .init(title: "Spot USD/hour"),
                .init(title: "as of"),
            ] + (hasWindows ? [.init(title: "Windows", rank: 2), .init(title: "as of", rank: 3)] : []))
        for region in regions {
            let price = catalog.onDemandPrice(of: type.name, in: region)
            let saving = catalog.spotSaving(of: type.name, in: region)
            let spot = catalog.historicalSpotPrice(of: type.name, in: region)
            let windows = catalog.windowsPrice(of: type.name, in: region)
            guard regions.count == 1 || price != nil || saving != nil || spot != nil || windows != nil else { continue }
            table.add([
                region, CostFigures.hourly(price?.usd), price?.asOf ?? CostFigures.unknown,
                CostFigures.percent(saving?.percent), saving?.interruptionBand ?? CostFigures.unknown,
                saving?.asOf ?? CostFigures.unknown, CostFigures.hourly(spot?.usd), spot?.asOf ?? CostFigures.unknown,
                CostFigures.hourly(windows?.usd), windows?.asOf ?? CostFigures.unknown,
            ])
        }
        return table.lines(indentation: "")
    }

    private static func text(_ lines: [String]) -> String {
        lines.map { $0 + "\n" }.joined()
    }
}
