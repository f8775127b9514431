import Text

/// Finds the configuration that a plan was made of: the files of its folders, never outside the roots.
package final class TerraformSourceFinder: Sendable {
    /// Most files that are read of one folder.
    private static let mostFiles = 10_000
    private static let extensions = [".tf", ".tofu", ".tf.json", ".tofu.json", ".tfvars.json", ".tfvars"]

    /// The root module's folder for every plan; `nil` takes the folder that the plan stands in.
    private let sourceRoot: String?
    /// Full paths without links, since a link could lead out of the roots.
    private let roots: [String]
    private let workingFolder: String
    private let reader: FileReader

    /// - Parameter roots: folders, absolute or relative to the working folder.
    package init(
        sourceRoot: String?, roots: [String], reader: FileReader = FileReader(), workingFolder: String? = nil
    ) {
        let working = workingFolder ?? Platform.workingFolder
        self.workingFolder = working
        self.sourceRoot = sourceRoot
        self.roots = (roots + (sourceRoot.map { [$0] } ?? []))
            .compactMap { Platform.realPath(PathName.absolute($0, workingFolder: working)) }
        self.reader = reader
    }

    /// The files of a module's folder in the order in which Terraform lays them over each other; none for a folder that is
    /// not there or stands outside the roots.
    ///
    /// - Parameter folder: the path from the root module's folder; it may hold `..`.
    package func files(in folder: String, of plan: String) -> [SourceFile] {
        guard let base = rootFolder(of: plan) else { return [] }
        let path = PathName.absolute(
            folder.isEmpty ? base : PathName.join(base, folder), workingFolder: workingFolder)
        guard let real = Platform.realPath(path), roots.contains(where: { PathName.isInside(real, folder: $0) }),
            let names = try? Platform.names(inFolder: path)
        else { return [] }
        let files = names.filter { name in Self.extensions.contains { name.hasSuffix($0) } }
        let overrides = files.filter(Self.isOverride)
        let ordered = files.filter { !Self.isOverride($0) } + overrides
        let discovery = InputDiscovery(workingFolder: workingFolder)
        return ordered.prefix(Self.mostFiles).compactMap { (name) -> SourceFile? in
            let file = PathName.join(path, name)
            guard Platform.kind(of: file, followingLinks: false) == .file else { return nil }
            let shown = discovery.shown(file)
            do throws(FileError) {
                return SourceFile(path: shown, isNamed: false, contents: .success(try reader.contents(of: file)))
            } catch {
                return SourceFile(path: shown, isNamed: false, contents: .failure(error))
            }
        } + Self.leftOut(ordered.dropFirst(Self.mostFiles), in: discovery.shown(path))
    }

    /// A word about files that are too many, in the place of the first of them.
    private static func leftOut(_ names: some Collection<String>, in folder: String) -> [SourceFile] {
        guard let first = names.first else { return [] }
        let text = "the folder holds more than \(mostFiles) files of Terraform, \(names.count) of them are not read"
        let path = PathName.join(folder, first)
        return [SourceFile(path: path, isNamed: false, contents: .failure(FileError(path: path, kind: .system(text))))]
    }

    /// The contents of a file that a configuration names; `nil` for one that is not there, is no file, or stands outside the
    /// roots.
    ///
    /// - Parameter path: the path from the root module's folder; it may hold `..`.
    package func contents(of path: String, for plan: String) -> [UInt8]? {
        guard let base = rootFolder(of: plan), !path.isEmpty, !path.hasPrefix("/"), !path.hasPrefix("~") else { return nil }
        let full = PathName.absolute(PathName.join(base, path), workingFolder: workingFolder)
        guard let real = Platform.realPath(full), roots.contains(where: { PathName.isInside(real, folder: $0) }),
            Platform.kind(of: real, followingLinks: false) == .file
        else { return nil }
        return try? FileReader(limit: min(reader.limit, Self.longestFile)).contents(of: real)
    }

    /// Longest file that an expression may read, in bytes.
    private static let longestFile = 1_048_576

    /// The root module's folder of a plan or of a file of configuration, which is its own source.
    private func rootFolder(of plan: String) -> String? {
        guard plan != SourceFile.standardInputPath || sourceRoot != nil else { return nil }
        let isConfiguration = Self.extensions.contains { plan.hasSuffix($0) }
        return isConfiguration ? PathName.folder(of: plan) : sourceRoot ?? PathName.folder(of: plan)
    }

    /// Files whose blocks take the place of those of other files:
    /// https://developer.hashicorp.com/terraform/language/files/override.
    private static func isOverride(_ name: String) -> Bool {
        let stem = name.prefix { $0 != "." }
        return stem == "override" || stem.hasSuffix("_override")
    }
}
