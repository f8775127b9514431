extension Environment {
    /// Adds a variable; of equal names the new one counts.
    ///
    /// - Parameter slot: where the caller keeps its value, which the activation is then asked for.
    package mutating func declare(_ name: String, _ type: CELType, slot: Int) {
        variables[name] = type
        slots[name] = slot
        constants[name] = nil
    }

    /// Adds a variable whose value is known now: expressions hold it from here on.
    package mutating func declare(_ name: String, _ type: CELType, value: Value) {
        variables[name] = type
        constants[name] = value
    }

    /// This environment with further functions; a name that it has, too, gains overloads.
    package func adding(functions more: [FunctionDeclaration]) -> Environment {
        var registry = functions
        for function in more { registry[function.name, default: []] += function.overloads }
        let words = more.compactMap { function in
            function.name.firstIndex(of: ".").map { String(function.name[..<$0]) }
        }
        return Environment(
            variables: variables, slots: slots, constants: constants, structures: structures, functions: registry,
            namespaces: namespaces.union(words),
            dialect: dialect)
    }
}
