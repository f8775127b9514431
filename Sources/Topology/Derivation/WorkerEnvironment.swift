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
        if assembly.objects[id.index].kind.name == "function" { return variables(in: id, when: .always, assembly) }
        return assembly.objects("containers", of: id).found.flatMap { variables(in: $0.id, when: $0.condition, assembly) }
    }

    private static func variables(
        in holder: ObjectID, when condition: Condition, _ assembly: ModelAssembly
    ) -> [Variable] {
        assembly.objects("environment", of: holder).found.compactMap { entry in
            guard let name = assembly.written("name", of: entry.id).knownText else { return nil }
            let value = assembly.written("value", of: entry.id)
            return Variable(name: name, value: value, condition: condition.and(entry.condition))
        }
    }
}
