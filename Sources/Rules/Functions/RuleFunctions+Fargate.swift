import CEL
import Capacity
import InstanceCatalog

extension RuleFunctions {
    /// `isFargateSize(cpu, memory)`: whether Fargate has the size. `nearestFargateSize(cpu, memory)`: the cheapest size
    /// with at least as much of both, else the largest, as "1024 CPU units with 5120 MiB". CPU units and MiB.
    /// `isInstanceType(name)`: whether the catalog knows the EC2 instance type.
    var fargate: [FunctionDeclaration] {
        let catalog = context.catalog
        let known = FargateSizeCache(catalog: catalog)
        let isSize = Overload(parameters: [.int, .int], result: .bool) { (arguments) throws(EvaluationError) in
            let (cpu, memory) = try Self.size(arguments)
            return .bool(FargateSizing(sizes: known.sizes).isLegal(cpuUnits: cpu, memoryMiB: memory))
        }
        let nearest = Overload(parameters: [.int, .int], result: .string) { (arguments) throws(EvaluationError) in
            let (cpu, memory) = try Self.size(arguments)
            let sizes = known.sizes
            let enough = FargateSizing(sizes: sizes).cheapest(cpuUnits: cpu, memoryMiB: memory, rate: nil)
            guard let size = enough ?? sizes.last else { return .unknown(Unknown("the catalog has no Fargate sizes")) }
            return .string("\(size.cpuUnits) CPU units with \(size.memoryMiB) MiB")
        }
        let isType = Overload(parameters: [.string], result: .bool) { (arguments) throws(EvaluationError) in
            guard case .string(let name) = arguments[0] else {
                throw EvaluationError(.badArgument, "isInstanceType() takes the name of an instance type")
            }
            return .bool(catalog.instanceType(name) != nil)
        }
        return [
            FunctionDeclaration(name: "isFargateSize", overloads: [isSize]),
            FunctionDeclaration(name: "nearestFargateSize", overloads: [nearest]),
            FunctionDeclaration(name: "isInstanceType", overloads: [isType]),
        ]
    }

    private static func size(_ arguments: [CEL.Value]) throws(EvaluationError) -> (cpu: Int, memory: Int) {
        guard case .int(let cpu) = arguments[0], case .int(let memory) = arguments[1] else {
            throw EvaluationError(.badArgument, "a Fargate size is CPU units and MiB")
        }
        return (Int(clamping: cpu), Int(clamping: memory))
    }
}
