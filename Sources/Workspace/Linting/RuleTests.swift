import Rules

/// Runs the tests of rule files from their folders.
public enum RuleTests {
    /// The results for the rules at `paths`, or for the built-in ones when there are none.
    ///
    /// - Throws: faults in the rule files.
    public static func run(
        _ paths: [String], reader: FileReader = FileReader()
    ) throws(ConfigurationError) -> [RuleTestResult] {
        let documents = try RuleFolder.documents(in: paths, reader: reader)
        let rules: RuleSet
        do {
            rules = try RuleSet.load(documents, includesBuiltIn: paths.isEmpty, sections: .everything)
        } catch {
            throw ConfigurationError(error.diagnostics.map { Diagnostic($0) })
        }
        let runner = RuleTestRunner { name, ruleFile in
            try? reader.contents(of: PathName.join(PathName.folder(of: ruleFile), name))
        }
        return runner.run(rules)
    }
}
