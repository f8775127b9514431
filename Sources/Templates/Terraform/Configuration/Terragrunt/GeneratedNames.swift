import YAMLBridge

/// What files declare that Terragrunt writes into a module's folder before Terraform runs.
package struct GeneratedNames: Sendable, Hashable {
    /// Names with the word for what they name, as `TemplateProblem` has it: `variable env`, `local value region`.
    private var names: Set<String> = []
    /// Whether a file's contents are not known, so that it may declare anything.
    package private(set) var isIncomplete = false

    /// Nothing is declared.
    package init() {}

    /// Whether something of this name is declared, or may be.
    ///
    /// - Parameter kind: `variable`, `local value`, `resource`, `data source` or `module`.
    func mayDeclare(_ kind: String, _ name: String) -> Bool { isIncomplete || names.contains("\(kind) \(name)") }

    /// Adds what others declare.
    package mutating func formUnion(_ others: GeneratedNames) {
        names.formUnion(others.names)
        isIncomplete = isIncomplete || others.isIncomplete
    }

    /// Says that there is a file whose contents are not known.
    package mutating func addUnknownFile() { isIncomplete = true }

    /// Adds what a file of configuration declares.
    ///
    /// - Parameters:
    ///   - path: its name, which tells Terraform's own language from JSON.
    ///   - placeholder: what stands in the text for the parts that are not known.
    mutating func addFile(_ text: String, path: String, placeholder: String) {
        guard let document = try? Document.parse(Array(text.utf8), path: path) else { return addUnknownFile() }
        let configuration = ModuleConfiguration([document])
        let words: [ModuleConfiguration.Section: String] = [
            .resource: "resource", .data: "data source", .variable: "variable", .module: "module",
        ]
        var found = configuration.locals.keys.map { "local value \($0)" }
        for (section, word) in words { found += configuration.names(section).map { "\(word) \($0)" } }
        names.formUnion(found)
        if found.contains(where: { $0.contains(placeholder) }) { addUnknownFile() }
    }
}
