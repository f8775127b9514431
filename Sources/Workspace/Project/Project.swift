import Evaluation
import InstanceCatalog
import Templates
import Text

/// A project as a command line names it: its configuration and prices, read once, and its templates when they are asked for.
///
/// Everything that touches the file system before templates are read stands here, so that what comes after it stays pure.
package struct Project: Sendable {
    /// What `ecslint.yaml` says, with the command line's words over it.
    package let configuration: Configuration
    /// The built-in catalog with the folders of the user, the configuration and the command line over it.
    package let catalog: InstanceCatalog
    private let options: ProjectOptions
    private let reader: FileReader
    private let workingFolder = Platform.workingFolder

    /// - Throws: the mistakes of the configuration and of the catalog's folders.
    package init(_ options: ProjectOptions, reader: FileReader = FileReader()) throws(ConfigurationError) {
        let firstPath = options.paths.first { $0 != "-" } ?? options.standardInputName
        var configuration = try ConfigurationFile.load(options.configurationPath, near: firstPath, reader: reader)
        configuration.region = options.region ?? configuration.region
        configuration.readsTerraformLanguage = configuration.readsTerraformLanguage || options.readsTerraformLanguage
        self.configuration = configuration
        self.options = options
        self.reader = reader
        catalog = try CatalogFolders(options.catalogFolders, configuration).overlaid()
    }

    /// The templates that the command line names, else those of the configuration's roots, else of the working folder.
    ///
    /// A file that cannot be read is one of the input all the same.
    /// - Throws: the mistakes of the parameters.
    package func input() throws(ConfigurationError) -> ProjectInput {
        let paths = inputPaths
        let found = discovery.discover(paths)
        // An editor's text of a file stands in for the file.
        let replaced = options.standardInputName == nil ? nil : standardInputPath
        let files = found.files.filter { $0.path != replaced }
        var input = ProjectInput(
            sources: files.map(read) + found.errors.map(Self.unreadable), configuration: configuration,
            options: try loadOptions())
        input.catalog = catalog
        input.workingFolder = workingFolder
        input.skipsUnrecognised = options.skipsUnrecognised
        input.readsTerraformLanguage = configuration.readsTerraformLanguage
        input.terraformSourceCount = found.terraformSourceCount
        input.hasLeftOut = found.hasLeftOut
        input.jobs = options.jobs ?? Terminal.processorCount
        let roots = roots(paths)
        let finder = NestedTemplateFinder(
            roots: roots, reader: reader, exclude: configuration.exclude, workingFolder: workingFolder)
        input.nested = { finder.template(for: $0, usedBy: $1) }
        let parentFinder = ParentFinder(reader: reader, exclude: configuration.exclude, workingFolder: workingFolder)
        input.parents = { parentFinder.candidates(for: $0) }
        let sourceFinder = TerraformSourceFinder(
            sourceRoot: options.sourceRoot, roots: configuration.roots.isEmpty ? roots + workTrees(around: roots) : roots,
            reader: reader, workingFolder: workingFolder)
        input.terraformSources = { sourceFinder.files(in: $0, of: $1) }
        input.options.terraformFile = { sourceFinder.contents(of: $0, for: $1) }
        let terragrunt = TerragruntFinder(roots: roots, reader: reader, discovery: discovery)
        input.options.generatedNames = { terragrunt.generatedNames(in: $0) }
        return input
    }

    // MARK: - Files

    private var inputPaths: [String] {
        if !options.paths.isEmpty { return options.paths }
        return configuration.roots.isEmpty ? ["."] : configuration.roots
    }

    /// What standard input is called.
    private var standardInputPath: String {
        options.standardInputName.map { InputDiscovery(workingFolder: workingFolder).shown($0) }
            ?? SourceFile.standardInputPath
    }

    private var discovery: InputDiscovery {
        let folder = configuration.path.map { PathName.folder(of: $0) } ?? "."
        return InputDiscovery(
            include: configuration.include, takesTerraformLanguage: configuration.readsTerraformLanguage,
            exclude: configuration.exclude,
            patternFolder: PathName.absolute(folder, workingFolder: workingFolder), workingFolder: workingFolder)
    }

    /// Where nested templates are looked for: what belongs to one system, else the folders of what was named.
    private func roots(_ paths: [String]) -> [String] {
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
            let bytes =
                try isStandardInput ? reader.standardInput() : (file.isNamed ? namedReader : reader).contents(of: file.path)
            let path = isStandardInput ? standardInputPath : file.path
            return SourceFile(path: path, isNamed: file.isNamed, contents: .success(bytes))
        } catch {
            return SourceFile(path: file.path, isNamed: file.isNamed, contents: .failure(error))
        }
    }

    /// Reads what a person names, `<(...)` of a shell too.
    private var namedReader: FileReader {
        var reader = reader
        reader.takesPipes = true
        return reader
    }

    private static func unreadable(_ error: FileError) -> SourceFile {
        SourceFile(path: error.path, isNamed: true, contents: .failure(error))
    }

    // MARK: - Parameters

    private func loadOptions() throws(ConfigurationError) -> LoadOptions {
        var load = LoadOptions(assumesDefaults: configuration.assumesDefaults, region: configuration.region)
        let arguments = ParameterArguments(reader: reader)
        let named = ParameterArguments(reader: namedReader)
        for argument in options.parameters {
            load.parameters.merge(try named.values(of: argument)) { _, later in later }
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
        // What the command line says wins over what the configuration says of one template.
        let shared = load.parameters
        load.parametersByPath = load.parametersByPath.mapValues { $0.merging(shared) { _, shared in shared } }
        return load
    }
}
