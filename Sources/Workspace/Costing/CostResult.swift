import Capacity
import Templates
import Topology

/// A cost report with the trouble that there was in getting at it.
package struct CostResult: Sendable {
    /// The figures, as far as the templates give them.
    package let report: CostReport
    /// Problems of files and templates; with an error among them the report is not to be trusted.
    package let diagnostics: [Diagnostic]
    /// The lines that diagnostics point into.
    package let sources: SourceLines

    /// Reads the templates and prices their services; the same for the same input and overrides.
    package init(_ input: ProjectInput, overrides: CostOverrides = CostOverrides()) {
        self.init(input, TemplateReading(input), overrides: overrides)
    }

    /// - Parameter reading: the templates of the input, for a caller that asks more of them.
    init(_ input: ProjectInput, _ reading: TemplateReading, overrides: CostOverrides = CostOverrides()) {
        let model = reading.model
        let hostMemory = overrides.hostMemoryMiB ?? input.configuration.hostMemoryMiB.map { Int(clamping: $0) }
        let services = ModelCosts(model: model, overrides: overrides, hostMemoryMiB: hostMemory).services()
        var question = CostRequest(
            services: services, region: Self.region(overrides, input.configuration, reading.workload, services),
            hoursPerMonth: overrides.hoursPerMonth)
        if overrides.hostMemoryMiB == nil, !model.objects(of: .autoScalingGroup).isEmpty {
            question.assumptions = [
                "\(hostMemory ?? HostMemory.usualMiB) MiB of every instance are kept for the host itself (--host-memory)."
            ]
        }
        question.comparesPurchases = overrides.comparesPurchases
        question.workersIdle = overrides.workersIdle
        question.mostInterruptedPercent = overrides.mostInterruptedPercent
        question.today = overrides.today
        question.optimisation = overrides.optimisation
        report = CostEstimator.estimate(question, catalog: input.catalog)
        let isReadable = !reading.diagnostics.contains { $0.severity == .error }
        diagnostics = reading.diagnostics + (services.isEmpty && isReadable ? [Self.nothingToPrice] : [])
        sources = reading.lines
    }

    private static let nothingToPrice = Diagnostic(
        code: "no-service", message: "no ECS service is in the templates, so there is nothing to price",
        help: "Name the templates that hold the services, or ask with flags: ecslint cost --cpu 512 --memory 1GB --tasks 3.")

    static func region(
        _ overrides: CostOverrides, _ configuration: Configuration, _ workload: Workload, _ services: [ServiceCostRequest]
    ) -> RegionChoice {
        if let region = overrides.region { return RegionChoice(name: region, origin: .flag) }
        let own = Set(services.map(\.region))
        if own.count == 1, let region = own.first ?? nil { return RegionChoice(name: region, origin: .template) }
        if let region = configuration.region { return RegionChoice(name: region, origin: .configuration) }
        let named = Set(workload.stacks.compactMap(\.region)).sorted()
        guard let region = named.first else { return .assumed }
        if named.count > 1 { return RegionChoice(name: RegionChoice.assumed.name, origin: .severalNamed(named)) }
        // A stack that names none may be anywhere.
        return workload.stacks.allSatisfy { $0.region != nil } ? RegionChoice(name: region, origin: .template) : .assumed
    }

    /// 0; 1 when a task fits on no instance; 2 when some file could not be read or nothing could be priced.
    package var exitStatus: ExitStatus {
        if diagnostics.contains(where: { $0.severity == .error }) { return .unreliable }
        if report.hasTaskThatNeverFits { return .findings }
        return report.hasPrice ? .success : .unreliable
    }
}
