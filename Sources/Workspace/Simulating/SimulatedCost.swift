import Capacity
import InstanceCatalog
import Simulation
import Topology

/// Prices what a simulation ran, by the calculator: each number of tasks for the time that it was wanted.
struct SimulatedCost {
    private let model: Model
    private let catalog: InstanceCatalog
    private let region: RegionChoice
    private let requests: [ServiceCostRequest]

    /// - Parameter namedRegion: the region that a flag names.
    init(_ reading: TemplateReading, _ input: ProjectInput, namedRegion: String?) {
        let model = reading.model
        self.model = model
        catalog = input.catalog
        var overrides = CostOverrides()
        overrides.region = namedRegion
        requests =
            ModelCosts(
                model: model, overrides: overrides, hostMemoryMiB: input.configuration.hostMemoryMiB.map { Int(clamping: $0) }
            ).services()
        region = CostResult.region(overrides, input.configuration, reading.workload, requests)
    }

    /// `nil` where the service has no price.
    func money(
        _ service: ObjectID, _ result: SimulationResult
    ) -> (cost: Decimal?, instances: (least: Int, mean: Int, most: Int)?)? {
        let object = model[service]
        guard let request = requests.first(where: { $0.resource == object.name && $0.file == object.origin.document.path })
        else { return nil }
        var total: Decimal? = .zero
        for (tasks, milliseconds) in Self.durations(result) where tasks > 0 {
            guard let monthly = estimate(request, tasks)?.monthly.desired,
                let share = (monthly * milliseconds).divided(by: 730 * 3_600_000)
            else {
                total = nil
                break
            }
            total = total.map { $0 + share }
        }
        let mean = Int(result.meanTasks.rounded(.up))
        let counts = [result.fewestTasks, mean, result.mostTasks].map { instances(request, $0) }
        guard let least = counts[0], let middle = counts[1], let most = counts[2] else { return (total, nil) }
        return (total, (least, middle, most))
    }

    private func estimate(_ request: ServiceCostRequest, _ tasks: Int) -> ServiceCost? {
        var request = request
        request.tasks = ScalingRange(all: tasks)
        request.week = []
        let question = CostRequest(services: [request], region: region, hoursPerMonth: 730)
        return CostEstimator.estimate(question, catalog: catalog).services.first
    }

    private func instances(_ request: ServiceCostRequest, _ tasks: Int) -> Int? {
        guard tasks > 0 else { return 0 }
        return estimate(request, tasks)?.leading?.instances.desired ?? nil
    }

    /// How long each number of tasks was wanted.
    private static func durations(_ result: SimulationResult) -> [(tasks: Int, milliseconds: Int)] {
        var times: [Int: Int] = [:]
        var tasks = result.setup.scaling.desired
        var since = 0
        for action in result.actions {
            times[tasks, default: 0] += action.time - since
            since = action.time
            tasks = action.to
        }
        times[tasks, default: 0] += result.setup.duration - since
        return times.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
