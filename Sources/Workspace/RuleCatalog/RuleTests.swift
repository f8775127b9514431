import Rules
import Text

/// Runs the tests of rule files from their folders.
package enum RuleTests {
    /// The results for the rules at `paths`, or for the built-in ones when there are none.
    ///
    /// - Parameter mutating: whether mistakes are put into the rules to see whether a test notices.
    /// - Throws: faults in the rule files.
    package static func run(
        _ paths: [String], mutating: Bool = false, reader: FileReader = FileReader()
    ) throws(ConfigurationError) -> [RuleTestResult] {
        let documents = try RuleFolder.documents(in: paths + testFiles(beside: paths), reader: reader)
        let rules: RuleSet
        do {
            rules = try RuleSet.load(documents, includesBuiltIn: paths.isEmpty, sections: .everything)
        } catch {
            throw ConfigurationError(error.diagnostics.map { Diagnostic($0) })
        }
        let runner = RuleTestRunner(timeZones: TimeZoneFolder.system) { name, ruleFile in
            try? reader.contents(of: PathName.join(PathName.folder(of: ruleFile), name))
        }
        return runner.run(rules, mutating: mutating)
    }

    /// `retention.test.yaml` for `retention.yaml`, where it is there: who names a rule's file means its tests as well.
    private static func testFiles(beside paths: [String]) -> [String] {
        paths.compactMap { path in
            for ending in [".yaml", ".yml"] where path.hasSuffix(ending) && !path.hasSuffix(".test" + ending) {
                let tests = path.dropLast(ending.utf8.count) + ".test" + ending
                return Platform.kind(of: tests, followingLinks: true) == .file ? tests : nil
            }
            return nil
        }
    }
}
