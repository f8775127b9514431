import Text

/// Gathers what a lint depends on (templates, rules, baseline) and runs it.
package struct LintSession: Sendable {
    private let options: LintOptions
    private let reader: FileReader

    /// Creates a session; nothing is read before it runs.
    package init(_ options: LintOptions, reader: FileReader = FileReader()) {
        self.options = options
        self.reader = reader
    }

    /// Trouble with configuration or parameters ends the run before a template is read: its answers would be wrong.
    package func run() -> LintResult {
        do throws(ConfigurationError) {
            let request = try request()
            return withLines(Linter.lint(request))
        } catch {
            return result(of: error)
        }
    }

    /// - Throws: the mistakes of the configuration, the parameters, the rule folders and the baseline.
    func request() throws(ConfigurationError) -> LintRequest {
        var input = try Project(options.project, reader: reader).input()
        apply(options, to: &input.configuration)
        var request = LintRequest(input)
        request.ruleDocuments = try RuleFolder.documents(in: input.configuration.ruleFolders, reader: reader)
        request.timeZones = TimeZoneFolder.system
        if let path = baselinePath(input.configuration) {
            request.baseline = try BaselineFile.load(path, mayBeAbsent: options.writesBaseline, reader: reader)
        }
        return request
    }

    /// A run that ended before it began.
    func result(of error: ConfigurationError) -> LintResult {
        withLines(LintResult(diagnostics: error.diagnostics))
    }

    /// With texts of files other than templates, so that a diagnostic about a configuration shows its line too.
    func withLines(_ result: LintResult) -> LintResult {
        var result = result
        result.sources.add(linesOf: result.diagnostics, reader: reader)
        return result
    }

    private func apply(_ options: LintOptions, to configuration: inout Configuration) {
        if let failOn = options.failOn { (configuration.failOn, configuration.failOnSpan) = (failOn, nil) }
        if !options.select.isEmpty { configuration.select = options.select.map { Configuration.RuleName($0) } }
        configuration.ignore += options.ignore.map { Configuration.RuleName($0) }
        configuration.ruleFolders += options.ruleFolders
    }

    /// The baseline named, else the configuration's; one that is about to be written has a usual place beside the latter.
    private func baselinePath(_ configuration: Configuration) -> String? {
        if let path = options.baselinePath ?? configuration.baseline { return path }
        guard options.writesBaseline else { return nil }
        return PathName.join(configuration.path.map { PathName.folder(of: $0) } ?? ".", Baseline.usualName)
    }
}
