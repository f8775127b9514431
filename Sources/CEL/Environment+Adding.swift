extension Environment {
    /// Adds a variable; of equal names the new one counts.
    ///
    /// - Parameter value: what it stands for whenever an expression runs, when that is known now.
    public mutating func declare(_ name: String, _ type: CELType, value: Value? = nil) {
        variables[name] = type
        constants[name] = value
    }

    /// This environment with further functions; a name that it has, too, gains overloads.
    public func adding(functions more: [FunctionDeclaration]) -> Environment {
        var registry = functions
        for function in more { registry[function.name, default: []] += function.overloads }
        let words = more.compactMap { function in
            function.name.firstIndex(of: ".").map { String(function.name[..<$0]) }
        }
        return Environment(
            variables: variables, constants: constants, structures: structures, functions: registry, namespaces: namespaces.union(words),
            dialect: dialect)
    }
}
