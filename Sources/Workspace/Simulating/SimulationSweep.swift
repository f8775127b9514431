import Topology

/// The same simulation with several values of one setting.
package struct SimulationSweep: Sendable {
    /// A setting that is varied; raw values are those of the flag.
    package enum Setting: String, Sendable {
        case minCapacity
        case maxCapacity
        case targetValue
    }

    package struct Axis: Sendable {
        package let setting: Setting
        package let values: [Int]

        /// Creates an axis.
        package init(setting: Setting, values: [Int]) {
            self.setting = setting
            self.values = values
        }
    }

    package let axis: Axis
    /// One for each value of the axis.
    package let reports: [SimulationReport]

    /// Reads the templates once and plays their services with each value.
    package init(_ input: ProjectInput, options: SimulationOptions, axis: Axis) {
        self.axis = axis
        let reading = TemplateReading(input)
        reports = axis.values.map { value in
            var options = options
            switch axis.setting {
            case .minCapacity: options.minimumTasks = value
            case .maxCapacity: options.maximumTasks = value
            case .targetValue: options.targetMillionths = value * 1_000_000
            }
            return SimulationReport(input, reading, options: options)
        }
    }

    package var hasServices: Bool { reports.contains { !$0.services.isEmpty } }
    /// Of the first value; the others have the same.
    package var diagnostics: [Diagnostic] { reports.first?.diagnostics ?? [] }
    package var sources: SourceLines { reports.first?.sources ?? SourceLines() }

    /// 0 when every service keeps up with some value; 1 when one does with none; 2 when something could not be simulated.
    package var exitStatus: ExitStatus {
        if diagnostics.contains(where: { $0.severity == .error }) { return .unreliable }
        let count = reports.first?.services.count ?? 0
        let isHeld = (0..<count).allSatisfy { index in
            reports.contains { $0.services.indices.contains(index) && $0.services[index].verdict == .keepsUp }
        }
        return isHeld ? .success : .findings
    }

    /// The place of the cheapest value that keeps up, of a service.
    package func cheapest(service index: Int) -> Int? {
        var found: Int?
        for (place, report) in reports.enumerated() where report.services.indices.contains(index) {
            let service = report.services[index]
            guard service.verdict == .keepsUp else { continue }
            guard let best = found else {
                found = place
                continue
            }
            let other = reports[best].services[index]
            let isCheaper =
                if let cost = service.cost, let otherCost = other.cost { cost < otherCost } else {
                    service.result.meanTasks < other.result.meanTasks
                }
            if isCheaper { found = place }
        }
        return found
    }
}
