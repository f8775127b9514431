import CEL
import Capacity
import InstanceCatalog

extension RuleFunctions {
    /// How many tasks of a definition fit on one instance of a group's type, all after the group's daemons:
    /// `plannedTasksPerInstance` by hard limits with memory kept for the host, without trunking;
    /// `tasksPlacedPerInstance` as the scheduler counts, from registered memory, with trunking where the type has it;
    /// `bindingDimension` names what limits the latter: memory, cpu, eni, gpu or ports.
    /// A type that the catalog does not know gives an unknown, never 0.
    var placement: [FunctionDeclaration] {
        [
            declaration("plannedTasksPerInstance", .int) { $0.planned.tasksPerInstance.map { .int(Int64(clamping: $0)) } },
            declaration("tasksPlacedPerInstance", .int) { $0.placed.tasksPerInstance.map { .int(Int64(clamping: $0)) } },
            declaration("bindingDimension", .string) { $0.placed.binding.map { .string($0.rawValue) } },
            reserveToTell, registeredMemory,
        ]
    }

    /// `reserveToTell(type)`: the `ECS_RESERVED_MEMORY` with which ECS hands out what the plan counts on. An instance registers
    /// less than its nominal memory, and that part is kept from tasks already.
    private var reserveToTell: FunctionDeclaration {
        let context = context
        let overload = Overload(parameters: [.string], result: .int) { (arguments) throws(EvaluationError) in
            guard case .string(let name) = arguments[0] else {
                throw EvaluationError(.badArgument, "reserveToTell() takes the name of an instance type")
            }
            guard let type = context.catalog.instanceType(name) else {
                return .unknown(Unknown("the catalog does not know the instance type \(name)"))
            }
            let planned = context.plannedHost(type)
            let beyond = HostOffer.registered(
                type, memory: context.catalog.registeredMemory(of: type), ecsReservedMemoryMiB: planned.memoryMiB)
            // Half of what a small instance registers stays with the tasks, whatever the plan keeps for the host.
            let most = context.catalog.registeredMemory(of: type).mebibytes / 2
            return .int(Int64(clamping: max(0, min(beyond.memoryMiB, most))))
        }
        return FunctionDeclaration(name: "reserveToTell", overloads: [overload])
    }

    /// `registeredMemoryMiB(type)`: what an instance of the type offers ECS for tasks, where nothing is kept from it.
    private var registeredMemory: FunctionDeclaration {
        let context = context
        let overload = Overload(parameters: [.string], result: .int) { (arguments) throws(EvaluationError) in
            guard case .string(let name) = arguments[0] else {
                throw EvaluationError(.badArgument, "registeredMemoryMiB() takes the name of an instance type")
            }
            guard let type = context.catalog.instanceType(name) else {
                return .unknown(Unknown("the catalog does not know the instance type \(name)"))
            }
            return .int(Int64(clamping: context.catalog.registeredMemory(of: type).mebibytes))
        }
        return FunctionDeclaration(name: "registeredMemoryMiB", overloads: [overload])
    }

    private func declaration(
        _ name: String, _ result: CELType, _ answer: @escaping @Sendable (InstancePlacements) -> CEL.Value?
    ) -> FunctionDeclaration {
        let context = context
        let overload = Overload(
            parameters: [.structure("taskDefinition"), .structure("autoScalingGroup"), .string], result: result
        ) { (arguments) throws(EvaluationError) in
            guard case .object(let task as ModelView) = arguments[0], case .object(let group as ModelView) = arguments[1],
                case .string(let typeName) = arguments[2]
            else {
                throw EvaluationError(.badArgument, "\(name)() takes a task definition, an Auto Scaling group and a type")
            }
            guard let type = context.catalog.instanceType(typeName) else {
                return .unknown(Unknown("the catalog does not know the instance type \(typeName)"))
            }
            switch InstancePlacements.make(task, group, type, context) {
            case .known(let placements):
                return answer(placements) ?? .unknown(placements.unanswered(type))
            case .unknown(let unknown):
                return .unknown(unknown)
            }
        }
        return FunctionDeclaration(name: name, overloads: [overload])
    }
}
