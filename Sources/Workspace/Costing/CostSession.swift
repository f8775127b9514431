import Evaluation
import Capacity
import InstanceCatalog
import Templates
import Topology

/// Prices the services of templates.
package struct CostSession: Sendable {
    private let options: LintOptions
    private let overrides: CostOverrides

    /// Creates a session; nothing is read before it runs.
    package init(_ options: LintOptions, overrides: CostOverrides = CostOverrides()) {
        self.options = options
        self.overrides = overrides
    }

    /// - Throws: the mistakes of the configuration, the parameters and the catalog's folders.
    package func run() throws(ConfigurationError) -> CostResult {
        let request = try LintSession(options).request()
        let reading = TemplateReading(request)
        let model = ModelBuilder(facts: request.configuration.workers).build(reading.workload)
        let hostMemory = overrides.hostMemoryMiB ?? Int(clamping: request.configuration.hostMemoryMiB)
        let costs = ModelCosts(model: model, overrides: overrides, hostMemoryMiB: hostMemory)
        var assumptions: [String] = []
        if overrides.hostMemoryMiB == nil, !model.objects(of: "autoScalingGroup").isEmpty {
            assumptions.append("\(hostMemory) MiB of every instance are kept for the host itself (--host-memory).")
        }
        let services = costs.services()
        var question = CostRequest(
            services: services, region: region(request.configuration, reading.workload), hoursPerMonth: overrides.hoursPerMonth,
            assumptions: assumptions)
        question.comparesPurchases = overrides.comparesPurchases
        question.today = overrides.today
        let report = CostEstimator.estimate(question, catalog: request.catalog)
        var diagnostics = reading.diagnostics
        if services.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) {
            diagnostics.append(
                Diagnostic(
                    code: "no-service", message: "no ECS service is in the templates, so there is nothing to price",
                    help:
                        "Name the templates that hold the services, or ask with flags: ecslint cost --cpu 512 --memory 1GB --tasks 3."
                ))
        }
        return CostResult(report: report, diagnostics: diagnostics, sources: reading.nested.lines)
    }

    private func region(_ configuration: Configuration, _ workload: Workload) -> RegionChoice {
        if let region = overrides.region { return RegionChoice(name: region, origin: .flag) }
        if let region = configuration.region { return RegionChoice(name: region, origin: .configuration) }
        let named = Set(workload.stacks.compactMap(\.region)).sorted()
        guard let region = named.first else { return .assumed }
        if named.count > 1 { return RegionChoice(name: RegionChoice.assumed.name, origin: .severalNamed(named)) }
        // A stack that names none may be anywhere.
        return workload.stacks.allSatisfy { $0.region != nil } ? RegionChoice(name: region, origin: .template) : .assumed
    }
}
