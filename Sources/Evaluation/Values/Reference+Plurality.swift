extension Reference {
    /// How the names of attributes end that hold one value.
    private static let singularEndings = ["arn", "id", "name", "url", "family", "json", "zone"]

    /// Whether an attribute of this name may hold several values: `ids` of a data source, `SubnetIds` of a custom resource.
    /// What is called ARN, id, name or URL in the singular is one.
    package static func mayBeList(_ name: String) -> Bool {
        let small = name.lowercased()
        return !singularEndings.contains { small.hasSuffix($0) }
    }

    /// Whether the attribute may hold several values.
    package var mayBeList: Bool {
        guard case .named(let name) = attribute else { return false }
        return Self.mayBeList(name)
    }
}
