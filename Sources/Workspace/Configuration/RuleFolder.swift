import YAMLBridge

/// Reads the rule files of a user's folders.
package enum RuleFolder {
    /// Every YAML file of the folders, in sorted order; a path that is a file is read as one.
    ///
    /// - Throws: what cannot be read or parsed; a rule that is left out silently would pass what it should report.
    package static func documents(
        in folders: [String], reader: FileReader = FileReader()
    ) throws(ConfigurationError) -> [Document] {
        var diagnostics: [Diagnostic] = []
        var documents: [Document] = []
        let patterns = ["**/*.yaml", "**/*.yml"].map { Glob($0) }
        // A rule counts whether git knows it or not: leaving it out would check too little in silence.
        let found = InputDiscovery(include: patterns, isGitAware: false).discover(folders)
        diagnostics += found.errors.map { Diagnostic($0) }
        for file in found.files {
            do {
                documents.append(try Document.parse(try reader.contents(of: file.path), path: file.path))
            } catch let error as FileError {
                diagnostics.append(Diagnostic(error))
            } catch let error as ParseError {
                diagnostics.append(Diagnostic(error))
            } catch {
                diagnostics.append(Diagnostic(code: "rule", message: "it cannot be read", file: file.path))
            }
        }
        guard diagnostics.isEmpty else { throw ConfigurationError(diagnostics) }
        return documents
    }
}
