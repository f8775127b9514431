import Evaluation
import Templates
import YAMLBridge

/// Gathers what a lint depends on (configuration, parameters, files) and runs it.
///
/// Everything that touches the file system before a lint stands here, so that `Linter` stays a pure function.
package struct LintSession: Sendable {
    private let options: LintOptions
    private let reader: FileReader
    private let workingFolder = Platform.workingFolder

    /// Creates a session; nothing is read before it runs.
    package init(_ options: LintOptions, reader: FileReader = FileReader()) {
        self.options = options
        self.reader = reader
    }

    /// Trouble with configuration or parameters ends the run before a template is read: its answers would be wrong.
    package func run() -> LintResult {
        var result: LintResult
        do throws(ConfigurationError) {
            var request = try request()
            if let path = baselinePath(request.configuration) {
                request.baseline = try BaselineFile.load(path, mayBeAbsent: options.writesBaseline, reader: reader)
            }
            result = Linter.lint(request)
            result.hasConfiguredBaseline = request.configuration.baseline != nil
        } catch {
            result = LintResult(diagnostics: error.diagnostics)
        }
        // Texts of files other than templates, so that a diagnostic about a configuration shows its line too.
        result.sources.add(linesOf: result.diagnostics, reader: reader)
        return result
    }

    /// - Throws: the mistakes of the configuration, the parameters and the rule folders.
    package func request() throws(ConfigurationError) -> LintRequest {
        var configuration = try ConfigurationFile.load(
            options.configurationPath, near: firstPath, reader: reader)
        configuration.failOn = options.failOn ?? configuration.failOn
        configuration.region = options.region ?? configuration.region
        configuration.readsTerraformLanguage = configuration.readsTerraformLanguage || options.readsTerraformLanguage
        if !options.select.isEmpty { configuration.select = options.select.map { Configuration.RuleName($0) } }
        configuration.ignore += options.ignore.map { Configuration.RuleName($0) }
        configuration.ruleFolders += options.ruleFolders

        let paths = inputPaths(configuration)
        let found = discovery(configuration).discover(paths)
        // An editor's text of a file stands in for the file.
        let replaced = options.standardInputName == nil ? nil : standardInputPath
        let files = found.files.filter { $0.path != replaced }
        var request = LintRequest(
            sources: files.map(read) + found.errors.map(Self.unreadable), configuration: configuration,
            options: try loadOptions(configuration))
        request.ruleDocuments = try RuleFolder.documents(in: configuration.ruleFolders, reader: reader)
        request.catalog = try CatalogFolders(options.catalogFolders, configuration).overlaid()
        request.workingFolder = workingFolder
        request.timeZones = TimeZoneFolder.system
        request.skipsUnrecognised = options.skipsUnrecognised
        request.readsTerraformLanguage = configuration.readsTerraformLanguage
        request.terraformSourceCount = found.terraformSourceCount
        request.hasLeftOut = found.hasLeftOut
        request.jobs = options.jobs ?? Terminal.processorCount
        let roots = roots(configuration, paths)
        let finder = NestedTemplateFinder(
            roots: roots, reader: reader, exclude: configuration.exclude, workingFolder: workingFolder)
        request.nested = { finder.template(for: $0, usedBy: $1) }
        let sourceFinder = TerraformSourceFinder(
            sourceRoot: options.sourceRoot, roots: configuration.roots.isEmpty ? roots + workTrees(around: roots) : roots,
            reader: reader, workingFolder: workingFolder)
        request.terraformSources = { sourceFinder.files(in: $0, of: $1) }
        request.options.terraformFile = { sourceFinder.contents(of: $0, for: $1) }
        return request
    }

    /// Where the configuration is looked for from.
    private var firstPath: String? {
        options.paths.first { $0 != "-" } ?? options.standardInputName
    }

    /// What standard input is called.
    private var standardInputPath: String {
        options.standardInputName.map { InputDiscovery(workingFolder: workingFolder).shown($0) }
            ?? SourceFile.standardInputPath
    }

    /// The baseline named, else the configuration's; one that is about to be written has a usual place beside the latter.
    private func baselinePath(_ configuration: Configuration) -> String? {
        if let path = options.baselinePath ?? configuration.baseline { return path }
        guard options.writesBaseline else { return nil }
        return PathName.join(configuration.path.map { PathName.folder(of: $0) } ?? ".", Baseline.usualName)
    }

    private func inputPaths(_ configuration: Configuration) -> [String] {
        if !options.paths.isEmpty { return options.paths }
        return configuration.roots.isEmpty ? ["."] : configuration.roots
    }

    private func discovery(_ configuration: Configuration) -> InputDiscovery {
        let folder = configuration.path.map { PathName.folder(of: $0) } ?? "."
        return InputDiscovery(
            include: configuration.include, takesTerraformLanguage: configuration.readsTerraformLanguage,
            exclude: configuration.exclude,
            patternFolder: PathName.absolute(folder, workingFolder: workingFolder), workingFolder: workingFolder)
    }

    /// Where nested templates are looked for: what belongs to one system, else the folders of what was named.
    private func roots(_ configuration: Configuration, _ paths: [String]) -> [String] {
        if !configuration.roots.isEmpty { return configuration.roots }
        let named = paths.map { $0 == "-" ? standardInputPath : $0 }.filter { $0 != SourceFile.standardInputPath }
        // A hook names hundreds of files of a few folders.
        var seen: Set<String> = []
        return named.map { Platform.kind(of: $0, followingLinks: true) == .folder ? $0 : PathName.folder(of: $0) }
            .filter { seen.insert($0).inserted }
    }

    /// The work trees of git that folders stand in: a module of Terraform may stand anywhere in the one of its caller.
    private func workTrees(around folders: [String]) -> [String] {
        let full = folders.compactMap { Platform.realPath(PathName.absolute($0, workingFolder: workingFolder)) }
        return Array(Set(full.compactMap { GitIgnore.workTree(around: $0) })).sorted()
    }

    private func read(_ file: InputFile) -> SourceFile {
        do throws(FileError) {
            let isStandardInput = file.path == SourceFile.standardInputPath
            let bytes = try isStandardInput ? reader.standardInput() : reader.contents(of: file.path)
            let path = isStandardInput ? standardInputPath : file.path
            return SourceFile(path: path, isNamed: file.isNamed, contents: .success(bytes))
        } catch {
            return SourceFile(path: file.path, isNamed: file.isNamed, contents: .failure(error))
        }
    }

    private static func unreadable(_ error: FileError) -> SourceFile {
        SourceFile(path: error.path, isNamed: true, contents: .failure(error))
    }

    private func loadOptions(_ configuration: Configuration) throws(ConfigurationError) -> LoadOptions {
        var load = LoadOptions(assumesDefaults: configuration.assumesDefaults, region: configuration.region)
        let arguments = ParameterArguments(reader: reader)
        for argument in options.parameters {
            load.parameters.merge(try arguments.values(of: argument)) { _, later in later }
        }
        for entry in configuration.parameters {
            let values =
                switch entry.source {
                case .values(let values): values
                case .file(let path, let span):
                    try arguments.values(ofFile: path, namedIn: configuration.path, at: span)
                }
            // By the path that reports show, however far above the configuration stands.
            let template = PathName.relative(
                PathName.absolute(entry.template, workingFolder: workingFolder), to: workingFolder)
            load.parametersByPath[template, default: [:]].merge(values) { _, later in later }
        }
        return load.preferringShared()
    }
}

extension LoadOptions {
    /// What the command line says wins over what the configuration says of one template.
    fileprivate func preferringShared() -> LoadOptions {
        var copy = self
        copy.parametersByPath = parametersByPath.mapValues { $0.merging(parameters) { _, shared in shared } }
        return copy
    }
}
