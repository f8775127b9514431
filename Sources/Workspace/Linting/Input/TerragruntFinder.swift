import Synchronization
import Templates
import Text
import YAMLBridge

/// Finds what Terragrunt writes into a module's folder: the `generate` blocks of the units that run the module and of the files
/// that they include, never outside of the roots.
package final class TerragruntFinder: Sendable {
    /// A `terragrunt.hcl` with what it includes.
    private struct Unit: Sendable {
        let folder: String
        let source: TerragruntFile.Source
        let generated: GeneratedNames
    }

    private static let fileNames = ["terragrunt.hcl", "terragrunt.hcl.json"]
    /// Longest file that is read, in bytes.
    private static let longestFile = 1 << 20
    /// Most units that are read in a run.
    private static let mostUnits = 10_000

    private let roots: [String]
    /// Full paths of the roots without links, since a link could lead out of them.
    private let realRoots: [String]
    private let discovery: InputDiscovery
    private let workingFolder: String
    private let reader: FileReader
    private let units = Mutex<[Unit]?>(nil)

    /// - Parameters:
    ///   - roots: folders, absolute or relative to the working folder.
    ///   - discovery: how the run finds its files; what it leaves out is left out here too.
    package init(roots: [String], reader: FileReader, discovery: InputDiscovery) {
        self.roots = roots
        workingFolder = discovery.workingFolder
        realRoots = roots.compactMap {
            Platform.realPath(PathName.absolute($0, workingFolder: discovery.workingFolder))
        }
        self.reader = FileReader(limit: min(reader.limit, Self.longestFile))
        var units = discovery
        units.include = Self.fileNames.map { Glob("**/\($0)") }
        units.takesTerraformLanguage = false
        self.discovery = units
    }

    /// What is written into a module's folder before Terraform runs.
    ///
    /// - Parameter folder: its path as the run shows it.
    package func generatedNames(in folder: String) -> GeneratedNames {
        let module = PathName.absolute(folder, workingFolder: workingFolder)
        var names = GeneratedNames()
        for unit in allUnits where writes(unit, into: module) { names.formUnion(unit.generated) }
        return names
    }

    /// A unit writes into its module; one in a folder above is what the units below it include.
    private func writes(_ unit: Unit, into module: String) -> Bool {
        if PathName.isInside(module, folder: unit.folder), module != unit.folder { return true }
        switch unit.source {
        case .folder(let folder): return folder == module
        case .fetched(let subfolder): return !subfolder.isEmpty && module.hasSuffix("/" + subfolder)
        case .unknown: return true
        }
    }

    // MARK: - Units

    /// Every unit within the roots, looked for when it is asked for first: few runs need them.
    private var allUnits: [Unit] {
        units.withLock { known in
            if let known { return known }
            let files = discovery.discover(roots).files.filter { !$0.isNamed }
            let found = files.prefix(Self.mostUnits).compactMap { unit(PathName.absolute($0.path, workingFolder: workingFolder)) }
            known = found
            return found
        }
    }

    private func unit(_ path: String) -> Unit? {
        let folder = PathName.folder(of: path)
        guard let own = file(path, of: folder) else { return nil }
        var generated: [String: GeneratedNames] = [:]
        var source = own.source
        var names = GeneratedNames()
        for include in own.includes {
            guard let included = include.flatMap({ file($0, of: folder) }) else {
                // What stands outside of the roots may write anything.
                names.addUnknownFile()
                continue
            }
            generated.merge(included.generated) { _, later in later }
            source = source ?? included.source
        }
        // What the unit itself says takes the place of what it includes.
        generated.merge(own.generated) { _, own in own }
        for others in generated.values { names.formUnion(others) }
        return Unit(folder: folder, source: source ?? .folder(folder), generated: names)
    }

    private func file(_ path: String, of unit: String) -> TerragruntFile? {
        guard let text = contents(of: path), let document = try? Document.parse(Array(text.utf8), path: path) else { return nil }
        return TerragruntFile(
            document,
            TerragruntPlaces(
                unit: unit, file: PathName.folder(of: path), exists: { self.isWithinRoots($0) },
                contents: { self.contents(of: $0) }))
    }

    // MARK: - Files

    /// Whether something is there and stands within the roots.
    private func isWithinRoots(_ path: String) -> Bool {
        guard realRoots.contains(where: { PathName.isInside(path, folder: $0) }) || isInGivenRoots(path),
            let real = Platform.realPath(path)
        else { return false }
        return realRoots.contains { PathName.isInside(real, folder: $0) }
    }

    private func isInGivenRoots(_ path: String) -> Bool {
        roots.contains { PathName.isInside(path, folder: PathName.absolute($0, workingFolder: workingFolder)) }
    }

    private func contents(of path: String) -> String? {
        guard isWithinRoots(path), let real = Platform.realPath(path), Platform.kind(of: real, followingLinks: false) == .file,
            let bytes = try? reader.contents(of: real)
        else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
