import Capacity
import InstanceCatalog
import Rules
import Topology

/// Turns the services of a model into what the calculator prices.
struct ModelCosts {
    let model: Model
    let overrides: CostOverrides
    /// MiB that the plan keeps for the host itself; `nil` for the usual.
    let hostMemoryMiB: Int?
    let reading: CostReading
    let groupNames: CostNames
    private let serviceNames: CostNames

    init(model: Model, overrides: CostOverrides, hostMemoryMiB: Int?) {
        self.model = model
        self.overrides = overrides
        self.hostMemoryMiB = hostMemoryMiB
        let reading = CostReading(model: model)
        self.reading = reading
        groupNames = CostNames(model.objects(of: .autoScalingGroup)) { $0.name }
        serviceNames = CostNames(model.objects(of: .service)) { service in
            reading.knownText(.serviceName, of: service.id) ?? service.name
        }
    }

    /// Every service but the DAEMON ones, which run on each instance beside the others.
    func services() -> [ServiceCostRequest] {
        model.objects(of: .service).filter { reading.knownText(.schedulingStrategy, of: $0.id) != "DAEMON" }.map(request)
    }

    private func request(_ service: ModelObject) -> ServiceCostRequest {
        var task: TaskDemand?
        var capacity: ServiceCapacity
        do {
            let demand = try demand(of: service.id)
            task = demand
            try demandRead(of: service.id)
            capacity = try self.capacity(of: service.id)
        } catch {
            capacity = .undetermined(reason: error.sentence)
        }
        if reading.knownText(.launchType, of: service.id) == "EXTERNAL" { capacity = .external }
        let range = tasks(of: service)
        var request = ServiceCostRequest(
            name: serviceNames[service.id], resource: service.name, task: task, tasks: range.whole, capacity: capacity)
        request.file = service.origin.document.path
        request.week = range.week
        request.region = overrides.region == nil ? service.region : nil
        request.queue = queue(of: service.id)
        return request
    }

    // MARK: - Tasks

    /// Bounds of scaling with what the clock changes of them, else the desired count, which CloudFormation takes as 1 and the
    /// provider of Terraform as 0 (website/docs/r/ecs_service.html.markdown).
    private func tasks(of service: ModelObject) -> (whole: ScalingRange<Int?>, week: [WeekChange<ScalingRange<Int?>>]) {
        if let tasks = overrides.tasks { return (tasks, []) }
        let desired = reading.number(.desiredCount, of: service.id)
        let target: ObjectID?
        do {
            target = try reading.object(.scalableTarget, of: service.id)
        } catch {
            return (ScalingRange(minimum: nil, desired: desired.value, maximum: nil), [])
        }
        guard let target else {
            let usual = service.dialect == .terraform ? 0 : 1
            return (ScalingRange(all: desired.isAbsent ? usual : desired.value), [])
        }
        let minimum = reading.knownNumber(.minCapacity, of: target)
        let maximum = reading.knownNumber(.maxCapacity, of: target)
        // Application Auto Scaling pulls the count into its bounds when the target is registered.
        func range(_ minimum: Int?, _ maximum: Int?) -> ScalingRange<Int?> {
            let wanted = desired.isAbsent ? minimum : desired.value.map { max($0, minimum ?? $0) }.map { min($0, maximum ?? $0) }
            return ScalingRange(minimum: minimum, desired: wanted, maximum: maximum)
        }
        let bounds = WeekReading(reading: reading).bounds(ofTarget: target, minimum: minimum, maximum: maximum)
        let parts = [(minimum, maximum)] + bounds.map { ($0.value.minimum, $0.value.maximum) }
        let own = range(minimum, maximum)
        let whole = ScalingRange(
            minimum: bounds.isEmpty ? minimum : bounds.compactMap(\.value.minimum).min(), desired: own.desired,
            maximum: parts.dropFirst(bounds.isEmpty ? 0 : 1).compactMap(\.1).max())
        return (whole, bounds.map { WeekChange(minute: $0.minute, value: range($0.value.minimum, $0.value.maximum)) })
    }

    private func demand(of service: ObjectID) throws(CostUnknown) -> TaskDemand {
        guard let definition = try reading.object(.taskDefinition, of: service) else {
            throw CostUnknown(["the service names no task definition"])
        }
        var demand: TaskDemand
        do throws(ModelDemand.Unknown) {
            demand = try ModelDemand.task(definition, in: model)
        } catch {
            throw CostUnknown(error.reasons)
        }
        demand.architecture = try reading.text(.cpuArchitecture, of: definition) == "ARM64" ? .arm64 : .x86_64
        for constraint in try reading.objects(.placementConstraints, of: service)
        where try reading.text(.type, of: constraint) == "distinctInstance" {
            demand.needsDistinctInstance = true
        }
        return demand
    }

    // MARK: - Queues

    /// The queue that a service works off, when the configuration says how many messages come.
    private func queue(of service: ObjectID) -> QueueUse? {
        for consumer in model.objects(of: .consumer) where reading.knownObject(.service, of: consumer.id) == service {
            guard let rate = reading.knownDouble(.arrivalRate, of: consumer.id), let arrivalRate = Decimal("\(rate)"),
                arrivalRate > .zero, arrivalRate <= CostLimits.arrivalRate
            else { continue }
            var use = QueueUse(
                arrivalRate: arrivalRate, concurrency: reading.knownNumber(.concurrency, of: consumer.id) ?? 1,
                messagesPerReceive: reading.knownNumber(.messagesPerReceive, of: consumer.id) ?? 1)
            if let seconds = reading.knownDouble(.averageProcessingSeconds, of: consumer.id), seconds <= 43_200 {
                use.processingSeconds = Decimal("\(seconds)")
            }
            if let queue = reading.knownObject(.queue, of: consumer.id) {
                use.waitSeconds = reading.knownNumber(.receiveMessageWaitTimeSeconds, of: queue)
                use.isFIFO = reading.isTrue(.isFifo, of: queue)
                if reading.isTrue(.usesCustomerKey, of: queue) || reading.isTrue(.usesAwsManagedKey, of: queue) {
                    use.keyReuseSeconds = reading.knownNumber(.kmsDataKeyReusePeriodSeconds, of: queue)
                }
            }
            return use
        }
        return nil
    }
}
