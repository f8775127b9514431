extension Environment {
    /// This environment with further variables; of equal names the new one counts.
    ///
    /// - Parameter constants: of those variables, the ones whose value is known now; expressions hold it from here on.
    public func adding(variables more: [String: CELType], constants known: [String: Value] = [:]) -> Environment {
        Environment(
            variables: variables.merging(more) { $1 }, constants: constants.merging(known) { $1 }, structures: structures, functions: functions,
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
            variables: variables, constants: constants, structures: structures, functions: registry, namespaces: namespaces.union(words),
            dialect: dialect)
    }
}
