extension Environment {
    /// This environment with further variables; of equal names the new one counts.
    public func adding(variables more: [String: CELType]) -> Environment {
        Environment(
            variables: variables.merging(more) { $1 }, structures: structures, functions: functions,
            namespaces: namespaces)
    }
}
