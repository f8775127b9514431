extension Environment {
    /// This environment with further variables; of equal names the new one counts.
    public func adding(variables more: [String: CELType]) -> Environment {
        Environment(
            variables: variables.merging(more) { $1 }, structures: structures, functions: functions,
            namespaces: namespaces, dialect: dialect)
    }

    /// This environment with further functions; a name that it has, too, gains overloads.
    public func adding(functions more: [FunctionDeclaration]) -> Environment {
        var registry = functions
        for function in more { registry[function.name, default: []] += function.overloads }
        let words = more.compactMap { function in
            function.name.firstIndex(of: ".").map { String(function.name[..<$0]) }
        }
        return Environment(
            variables: variables, structures: structures, functions: registry, namespaces: namespaces.union(words),
            dialect: dialect)
    }
}
