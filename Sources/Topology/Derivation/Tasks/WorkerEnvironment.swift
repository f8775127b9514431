import Evaluation
import Templates

/// Environment variables of what runs: containers of a task definition, or a function.
enum WorkerEnvironment {
    struct Variable {
        let name: String
        let value: Value
        /// When the variable is set.
        let condition: Condition
    }

    static func variables(of id: ObjectID, in assembly: ModelAssembly) -> [Variable] {
        if assembly.objects[id.index].kind.key == .function { return variables(in: id, when: .always, assembly) }
        return assembly.objects(.containers, of: id).found.flatMap { variables(in: $0.id, when: $0.condition, assembly) }
    }

    /// The value, or what stands in it where it is JSON: a map of queue URLs by kind of work.
    static func texts(in value: Value, depth: Int = 0) -> [Value] {
        guard depth < 8 else { return [] }
        return switch value.content {
        case .map(let members, _): members.flatMap { texts(in: $0.value, depth: depth + 1) }
        case .list(let elements, _): elements.flatMap { texts(in: $0, depth: depth + 1) }
        default: [value]
        }
    }

    private static func variables(
        in holder: ObjectID, when condition: Condition, _ assembly: ModelAssembly
    ) -> [Variable] {
        assembly.objects(.environment, of: holder).found.compactMap { entry in
            guard let name = assembly.written(.name, of: entry.id).knownText else { return nil }
            let value = assembly.written(.value, of: entry.id)
            return Variable(name: name, value: value, condition: condition.and(entry.condition))
        }
    }
}
