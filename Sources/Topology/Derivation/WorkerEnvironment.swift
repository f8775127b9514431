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
        let properties = assembly.value(of: id).member("Properties")
        if assembly.objects[id.index].kind.name == "function" {
            return members(properties.member(atPath: "Environment.Variables"), when: .always)
        }
        return ModelAssembly.elements(properties.member("ContainerDefinitions")).flatMap { container in
            ModelAssembly.elements(container.value.member("Environment"), when: container.condition).compactMap { entry in
                entry.value.member("Name").knownText.map {
                    Variable(name: $0, value: entry.value.member("Value"), condition: entry.condition)
                }
            }
        }
    }

    private static func members(_ value: Value, when condition: Condition) -> [Variable] {
        switch value.content {
        case .map(let members, _): members.map { Variable(name: $0.key, value: $0.value, condition: condition) }
        case .choice(let split, let yes, let no):
            self.members(yes, when: condition.and(split)) + self.members(no, when: condition.and(split.negated))
        default: []
        }
    }
}
