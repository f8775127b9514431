import CEL
import Capacity
import InstanceCatalog

extension RuleFunctions {
    /// Instance types and their prices, in the region of the configuration.
    ///
    /// `instanceArchitecture(type)`: x86_64 or arm64. `isInstanceTypeInRegion(type)`: the catalog has its price there.
    /// `priceRegion()`: that region. `usdPerTaskHour(task, group, type)`: the on-demand price of an hour by the planned tasks
    /// of an instance. `cheaperInstanceType(task, group, type)`: the type that takes at least as many tasks for the least
    /// money a task; '' when there is none. `memoryOvercommit(task, group, type)`: the hard limits of the tasks that ECS places
    /// on an instance by the memory that there is for tasks. `fargateRunUsd(task, seconds)`: one run on Fargate, at least a
    /// minute. `usd(amount, places)`: the amount with so many decimals.
    var prices: [FunctionDeclaration] {
        let context = context
        let sold = SoldHostCache(context)
        let architecture = Overload(parameters: [.string], result: .string) { (arguments) throws(EvaluationError) in
            let type = try Self.type(arguments[0], context)
            return type?.architecture.map { .string($0.rawValue) } ?? Self.unknownType(arguments[0])
        }
        let isInRegion = Overload(parameters: [.string], result: .bool) { (arguments) throws(EvaluationError) in
            guard case .string(let name) = arguments[0] else { throw Self.notAType }
            guard context.catalog.knows(region: context.region.name) else {
                return .unknown(Unknown("the catalog knows no prices of \(context.region.name)"))
            }
            return .bool(context.catalog.onDemandPrice(of: name, in: context.region.name) != nil)
        }
        let region = Overload(parameters: [], result: .string) { (_) throws(EvaluationError) in
            .string(context.region.origin == .assumed ? "\(context.region.name) (assumed)" : context.region.name)
        }
        let amount = Overload(parameters: [.double, .int], result: .string) { (arguments) throws(EvaluationError) in
            guard let amount = Self.decimal(arguments[0]), case .int(let places) = arguments[1], (0...6).contains(places)
            else {
                throw EvaluationError(.badArgument, "usd() takes an amount and 0 to 6 decimals")
            }
            return .string(amount.text(places: Int(places)))
        }
        return [
            FunctionDeclaration(name: "instanceArchitecture", overloads: [architecture]),
            FunctionDeclaration(name: "isInstanceTypeInRegion", overloads: [isInRegion]),
            FunctionDeclaration(name: "priceRegion", overloads: [region]),
            FunctionDeclaration(name: "usd", overloads: [amount]),
            FunctionDeclaration(name: "fargateRunUsd", overloads: [fargateRun]),
            ofGroup("usdPerTaskHour", .double) { hosts, type in hosts.hourPerTask(type, context).map { Self.double($0) } },
            ofGroup("cheaperInstanceType", .string) { hosts, type in
                hosts.cheaper(than: type, among: sold, context).map { .string($0) }
            },
            ofGroup("memoryOvercommit", .double) { hosts, type in hosts.overcommit(type, context).map { Self.double($0) } },
        ]
    }

    private var fargateRun: Overload {
        let context = context
        return Overload(parameters: [.structure("taskDefinition"), .int], result: .double) {
            (arguments) throws(EvaluationError) in
            guard case .object(let task as ModelView) = arguments[0], case .int(let seconds) = arguments[1] else {
                throw EvaluationError(.badArgument, "fargateRunUsd() takes a task definition and seconds")
            }
            var reader = DemandReader()
            let demand = reader.demand(of: task)
            if let unknown = reader.unknown { return .unknown(unknown) }
            let region = context.region.name
            guard let rate = context.catalog.fargateRate(in: region, architecture: demand.architecture) else {
                return .unknown(Unknown("the catalog has no Fargate rates of \(region)"))
            }
            let sizing = FargateSizing(sizes: context.catalog.fargateSizes)
            guard let size = sizing.cheapest(cpuUnits: demand.cpuUnits, memoryMiB: demand.memoryMiB, rate: rate),
                let cost = rate.cost(of: size, seconds: Int(clamping: seconds))
            else { return .unknown(Unknown("Fargate has no size and rate for the task")) }
            return Self.double(cost)
        }
    }

    /// A function of a task, a group and an instance type.
    private func ofGroup(
        _ name: String, _ result: CELType, _ answer: @escaping @Sendable (HostComparison, InstanceType) -> CEL.Value?
    ) -> FunctionDeclaration {
        let context = context
        let overload = Overload(
            parameters: [.structure("taskDefinition"), .structure("autoScalingGroup"), .string], result: result
        ) { (arguments) throws(EvaluationError) in
            guard case .object(let task as ModelView) = arguments[0], case .object(let group as ModelView) = arguments[1]
            else {
                throw EvaluationError(.badArgument, "\(name)() takes a task definition, an Auto Scaling group and a type")
            }
            guard let type = try Self.type(arguments[2], context) else { return Self.unknownType(arguments[2]) }
            switch HostComparison.make(task, group) {
            case .known(let hosts):
                return answer(hosts, type) ?? .unknown(Unknown("the catalog does not know enough of \(type.name)"))
            case .unknown(let unknown): return .unknown(unknown)
            }
        }
        return FunctionDeclaration(name: name, overloads: [overload])
    }

    private static var notAType: EvaluationError {
        EvaluationError(.badArgument, "an instance type is a text such as 'm7g.large'")
    }

    private static func type(_ value: CEL.Value, _ context: CalculatorContext) throws(EvaluationError) -> InstanceType? {
        guard case .string(let name) = value else { throw notAType }
        return context.catalog.instanceType(name)
    }

    private static func unknownType(_ value: CEL.Value) -> CEL.Value {
        guard case .string(let name) = value else { return .unknown(Unknown("the instance type is not known")) }
        return .unknown(Unknown("the catalog does not know the instance type \(name)"))
    }
}
