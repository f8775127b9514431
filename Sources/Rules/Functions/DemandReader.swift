import CEL
import Topology
import Capacity
import InstanceCatalog

/// Reads what tasks need from the model; what is not known is gathered in `unknown`.
struct DemandReader {
    private(set) var unknown: Unknown?

    /// What one task of a definition needs: calculator.md 1.1.
    mutating func demand(of task: ModelView) -> TaskDemand {
        let containers = objects(task, .containers)
        let mode = text(task, .networkMode).flatMap(NetworkMode.init(rawValue:)) ?? .bridge
        var cpu = 0
        var hard = 0
        var soft = 0
        var gpus = 0
        var usesStaticPort = false
        var ports: Set<HostPort> = []
        for container in containers {
            let limit = number(container, .memory)
            let reservation = number(container, .memoryReservation).flatMap { $0 > 0 ? $0 : nil }
            cpu = Self.sum(cpu, number(container, .cpu) ?? 0)
            hard = Self.sum(hard, limit ?? reservation ?? 0)
            soft = Self.sum(soft, reservation ?? limit ?? 0)
            gpus = Self.sum(gpus, self.gpus(of: container))
            guard mode != .awsvpc else { continue }
            for mapping in objects(container, .portMappings) {
                guard let port = hostPort(mapping, isHostMode: mode == .host) else { continue }
                usesStaticPort = true
                if port > 0 { ports.insert(HostPort(port, isUDP: text(mapping, .portProtocol)?.lowercased() == "udp")) }
            }
        }
        let taskMemory = number(task, .memory)
        var result = TaskDemand(
            cpuUnits: number(task, .cpu) ?? cpu, memoryMiB: taskMemory ?? hard,
            softMemoryMiB: taskMemory == nil && soft < hard ? soft : nil, gpus: gpus, networkMode: mode,
            usesStaticHostPort: usesStaticPort,
            isWindows: text(task, .operatingSystemFamily).map { $0.hasPrefix("WINDOWS") } ?? false)
        result.hostPorts = ports
        return result
    }

    /// What runs on every instance of a group beside the tasks.
    mutating func daemons(of group: ModelView) -> [DaemonDemand] {
        objects(group, .daemons).compactMap { service in
            guard let task = object(service, .taskDefinition) else { return nil }
            let demand = self.demand(of: task)
            var daemon = DaemonDemand(
                cpuUnits: demand.cpuUnits, memoryMiB: demand.memoryMiB, usesNetworkInterface: demand.networkMode == .awsvpc)
            daemon.softMemoryMiB = demand.scheduledMemoryMiB
            daemon.hostPorts = demand.hostPorts
            return daemon
        }
    }

    /// MiB that the agent of a group's instances keeps from tasks.
    mutating func reservedMemory(of group: ModelView) -> Int { number(group, .ecsReservedMemory) ?? 0 }

    private mutating func gpus(of container: ModelView) -> Int {
        var count = 0
        for requirement in objects(container, .resourceRequirements) where text(requirement, .type) == "GPU" {
            guard let value = text(requirement, .value) else { continue }
            guard let number = Int(value), number >= 0 else {
                note(Unknown("'\(value)' is not a number of GPUs"))
                continue
            }
            count = Self.sum(count, number)
        }
        return count
    }

    /// The port of the instance that a mapping takes: in the host mode its container port; 0 where the number is not known, `nil`
    /// where ECS or Docker choose one.
    private mutating func hostPort(_ mapping: ModelView, isHostMode: Bool) -> Int? {
        if let port = number(mapping, .hostPort), port > 0 { return port }
        return isHostMode ? number(mapping, .containerPort) ?? 0 : nil
    }

    /// Counts of input never trap: a sum beyond `Int` stays at its bound.
    private static func sum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? .max : sum
    }
}

// MARK: Fields

extension DemandReader {
    private mutating func value(_ view: ModelView, _ key: FieldKey) -> CEL.Value? {
        switch view.field(key) {
        case .value(.unknown(let unknown)):
            note(unknown)
            return nil
        case .value(let value): return value
        case .absent: return nil
        case .failure(let error):
            note(Unknown(error.message))
            return nil
        }
    }

    private mutating func number(_ view: ModelView, _ key: FieldKey) -> Int? {
        guard case .int(let number)? = value(view, key) else { return nil }
        return Int(clamping: max(0, number))
    }

    private mutating func text(_ view: ModelView, _ key: FieldKey) -> String? {
        guard case .string(let text)? = value(view, key) else { return nil }
        return text
    }

    private mutating func object(_ view: ModelView, _ key: FieldKey) -> ModelView? {
        guard case .object(let object as ModelView)? = value(view, key) else { return nil }
        return object
    }

    private mutating func objects(_ view: ModelView, _ key: FieldKey) -> [ModelView] {
        guard case .list(let list)? = value(view, key) else { return [] }
        if let tail = list.unknownTail { note(tail) }
        return list.elements.compactMap { element in
            switch element {
            case .object(let object as ModelView): return object
            case .unknown(let unknown):
                note(unknown)
                return nil
            default: return nil
            }
        }
    }

    private mutating func note(_ more: Unknown) {
        let whole = unknown?.merging(more) ?? more
        unknown = Unknown(reasons: whole.reasons)
    }
}
